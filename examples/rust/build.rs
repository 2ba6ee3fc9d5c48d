// SPDX-License-Identifier: Apache-2.0
//! Links the C library, as pkg-config says.
use std::process::Command;

fn main() {
    let output = Command::new("pkg-config")
        .args(["--libs", "dossier-c"])
        .output()
        .expect("pkg-config is not installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    for flag in String::from_utf8(output.stdout).unwrap().split_whitespace() {
        println!("cargo:rustc-link-arg={flag}");
    }
    println!("cargo:rerun-if-env-changed=PKG_CONFIG_PATH");
}
