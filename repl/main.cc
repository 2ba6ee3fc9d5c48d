// SPDX-License-Identifier: Apache-2.0
#include "repl/program.h"

int main(int argc, char** argv) { return dossier::repl::run_process(argc, argv); }
