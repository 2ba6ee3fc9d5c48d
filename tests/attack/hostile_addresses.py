# SPDX-License-Identifier: Apache-2.0
"""Addresses and paths that look allowed and lead elsewhere, each changed a little at random."""

ODD = ("@", ":", "/", "\\", "?", "#", "%", "%00", "%0d%0a", "%2e", "%2f", "%5c", "%40", "%23",
       "%252e",
       ".", "..", "/..", "/../", "\\..\\", "..;/", ";", "//", "\t", "\n", "\u3002", "\uff0e",
       "\uff0f",
       "\u2024", "\u00ad", "\u200b", "[", "]", "[::1]", "&", "=", "0", "*", "~", "$", "localhost",
       "\u212a")
FOLDER_ODD = ("/", "//", "/.", "/..", "/../", "..", "%2e%2e", "%2F", "%2f..", "%00", "%", "\\",
              "in", "out",
              "deep", "up", "link.nt", "a.nt", "secret.nt", "~", "?", "#", ".nt", "%2e", "./",
              "file:",
              "//localhost", "localhost", "/proc/self/root", "/proc/self/cwd", "/dev/fd/0", " ",
              "\u2025")


class Tricks:
    """Addresses of the forbidden port, or of a forbidden path, that look like allowed ones."""

    def __init__(self, allowed, forbidden):
        self.allowed, self.forbidden = allowed, forbidden

    def table(self):
        good, bad = f"127.0.0.1:{self.allowed}", f"127.0.0.1:{self.forbidden}"
        ways = [f"http://{good}@{bad}/pub/", f"http://{good}%40{bad}/pub/",
                f"http://{good}\\@{bad}/pub/",
                f"http://{good}#@{bad}/pub/", f"http://{good}?@{bad}/pub/",
                f"http://{good}:x@{bad}/pub/",
                f"http://x:{good}@{bad}/pub/", f"http://{good};@{bad}/pub/", f"http:////{bad}/pub/",
                f"http:{bad}/pub/", f"http:\\\\{bad}\\pub/", f"http://{bad}\\{good}/pub/",
                f"http://{good}{self.forbidden}/pub/", f"http://{good}.{bad}/pub/", f"//{bad}/pub/",
                f"http://{bad}#{good}/pub/", f"http://{bad}/pub/?http://{good}/pub/",
                f"http://{good}%0d%0aHost:%20{bad}/pub/", f"http://{good} @{bad}/pub/",
                f"http://{good}\t@{bad}/pub/", f"HTTP://{bad}/pub/",
                f"http://127.1:{self.forbidden}/pub/",
                f"http://2130706433:{self.forbidden}/pub/", f"http://0x7f.1:{self.forbidden}/pub/",
                f"http://[::ffff:127.0.0.1]:{self.forbidden}/pub/",
                f"http://{good}:{self.forbidden}/pub/",
                f"http://localhost:{self.allowed}/pub/", f"http://0:{self.allowed}/pub/",
                f"http://127.0.0.2:{self.allowed}/pub/", f"http://127.0.0.1.:{self.allowed}/pub/"]
        ways += [f"http://{good}{path}" for path in (
            "/secret", "/pub/../secret", "/pub/%2e%2e/secret", "/pub/.%2E/secret",
            "/pub/..%2Fsecret",
            "/pub/%2e%2e%2fsecret", "/pub\\..\\secret", "/pub/..\\secret", "/pub/..%5csecret",
            "/pub/x/../../secret", "/pub/./../secret", "/pub//../../secret", "/pub/..;/secret",
            "/pub/..;a=b/secret", "/pub/%2e%2e;/secret", "/public", "/pub%2f..%2fsecret", "/pubs/",
            "/PUB/", "/p%75b/../secret", "/pub/..%00/secret", "/pub/..%09/secret",
            "/pub/..#/secret",
            "/../pub/../secret", "//pub/", "/./secret", "/pub/%252e%252e/secret", "?/pub/",
            "#/pub/",
            "/pub?/../secret", "/secret?/pub/", "/secret#/pub/", "/secret;/pub/")]
        return ways

    def pick(self, generator):
        address = generator.choice(self.table())
        for _ in range(generator.choice((0, 0, 1, 1, 2, 4))):
            at = generator.randrange(4, len(address) + 1)
            cut = generator.choice((0, 0, 0, 1, 3))
            address = address[:at] + generator.choice(ODD) + address[at + cut:]
        return address


def in_query(address):
    """As SPARQL writes it: what an IRI cannot hold is left to \\u."""
    return "".join(f"\\u{ord(c):04X}" if c in '<>"{}|^`\\' or ord(c) <= 32 else c for c in address)


def file_tricks(root, generator):
    folder = str(root / "in")
    secret = str(root / "out/secret.nt")
    ways = [secret, f"{folder}/../out/secret.nt", f"{folder}/link.nt", f"{folder}/chain.nt",
            f"{folder}/far/secret.nt", f"{folder}/up/out/secret.nt", f"{folder}/root{secret}",
            f"{folder}/proc{secret}", f"{folder}/cwd/out/secret.nt", f"{folder}2/secret.nt",
            f"{folder}/deep/here/here/../../../out/secret.nt", f"{folder}/a.nt/../../out/secret.nt",
            f"{folder}/circle/../../out/secret.nt", "in/../out/secret.nt", "out/secret.nt",
            "../out/secret.nt",
            f"{folder}/%2e%2e/out/secret.nt", f"{folder}/..%2Fout%2Fsecret.nt",
            f"/proc/self/cwd/out/secret.nt",
            f"{folder}/missing/../../out/secret.nt", f"{folder}/hang.nt", f"{folder}/swap.nt",
            f"{folder}/swapped/secret.nt", f"{folder}/{secret}", f"{folder}%00/../out/secret.nt"]
    path = generator.choice(ways)
    for _ in range(generator.choice((0, 0, 0, 1, 2, 4))):
        at = generator.randrange(len(path) + 1)
        path = path[:at] + generator.choice(FOLDER_ODD) + path[at:]
    return generator.choice(("", "file:", "file://", "file://localhost", "file:///", "file:////",
                             "FILE://",
                             "file:///./", "file://127.0.0.1")) + path
