# SPDX-License-Identifier: Apache-2.0
# Files that become part of a library, so that they are found wherever it runs.

# dossier_embed(<target> <symbol> <file>...)
# Defines dossier::extract::embedded::<symbol>(): the files in this order, each with its path from the project's
# root (extract/embedded.h). The assembler takes the bytes in, so a changed file needs no generator, only a build.
function(dossier_embed target symbol)
  set(data "")
  set(externs "")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS ARGN)
    get_filename_component(file ${file} ABSOLUTE)
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${file})
    set(begin dossier_embedded_${symbol}_${number})
    set(end ${begin}_end)
    string(APPEND data
      "  .global ${begin}\n  .hidden ${begin}\n  .balign 16\n  ${begin}:\n  .incbin \"${file}\"\n"
      "  .global ${end}\n  .hidden ${end}\n  ${end}:\n")
    string(APPEND externs "extern const char ${begin}[];\nextern const char ${end}[];\n")
    string(APPEND rows "      {\"${name}\", between(${begin}, ${end})},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cc)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded.cc.in ${source} @ONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${ARGN}")
  target_sources(${target} PRIVATE ${source})
endfunction()
