# SPDX-License-Identifier: Apache-2.0
# Every library from outside, all from Debian 12, as imported targets.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(RocksDB REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(CURL REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(EDIT REQUIRED IMPORTED_TARGET libedit)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_path(PEGTL_INCLUDE_DIR tao/pegtl.hpp REQUIRED)

add_library(dossier_pegtl INTERFACE)
target_include_directories(dossier_pegtl SYSTEM INTERFACE $<BUILD_INTERFACE:${PEGTL_INCLUDE_DIR}>)
