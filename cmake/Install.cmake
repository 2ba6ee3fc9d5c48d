# SPDX-License-Identifier: Apache-2.0
# `cmake --install`: the program, the libraries, the public headers, a CMake package, pkg-config files, licences.
#
# Applications include <dossier/...>: the one include root, laid out alike here and where it is installed.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

foreach(folder model parser storage engine extract desk bindings/c)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}/include/dossier DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
          COMPONENT development)
endforeach()
if(DOSSIER_PROGRAM)
  install(TARGETS dossier_program COMPONENT program)
  set(reference ${PROJECT_BINARY_DIR}/reference)
  install(FILES ${reference}/dossier.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
  install(FILES ${reference}/dossier DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          COMPONENT program)
  install(FILES ${reference}/_dossier DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
          COMPONENT program)
endif()

# The targets: one export set per component, or one for the shared library.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Dossier)
function(dossier_install_targets component)
  foreach(target IN LISTS ARGN)
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL INTERFACE_LIBRARY)
      target_include_directories(${target} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    endif()
  endforeach()
  install(TARGETS ${ARGN} EXPORT Dossier${component}
          LIBRARY COMPONENT library NAMELINK_COMPONENT development ARCHIVE COMPONENT development)
  install(EXPORT Dossier${component} NAMESPACE dossier:: FILE Dossier${component}Targets.cmake
          DESTINATION ${package_dir} COMPONENT development)
endfunction()
if(BUILD_SHARED_LIBS)
  list(TRANSFORM DOSSIER_PUBLIC PREPEND shared_ OUTPUT_VARIABLE names)
  dossier_install_targets(Shared dossier_shared ${names})
else()
  dossier_install_targets(Engine dossier_model dossier_parser dossier_storage dossier)
  dossier_install_targets(Extract dossier_extract dossier_desk)
  dossier_install_targets(C dossier_c)
endif()

if(DOSSIER_PDF)
  install(TARGETS dossier_pdf DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/dossier COMPONENT program)
endif()

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/DossierConfig.cmake.in ${PROJECT_BINARY_DIR}/DossierConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/DossierConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/DossierConfig.cmake ${PROJECT_BINARY_DIR}/DossierConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT development)

# pkg-config. The prefix is told from where the file lies, so the installed tree can be moved.
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
function(dossier_pkg_config name description requires archives)
  set(pc_name ${name})
  set(pc_description "${description}")
  if(BUILD_SHARED_LIBS)
    set(pc_requires "")
    set(pc_libs "-ldossier")
  else()
    set(pc_requires "${requires}")
    set(pc_libs "${archives}")
    set(pc_system_libs "-lstdc++ -lm -lpthread")
  endif()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/dossier.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
          COMPONENT development)
endfunction()
if(DOSSIER_NET)
  set(net libcurl)
endif()
dossier_pkg_config(dossier "Embedded knowledge base: facts as triples, SPARQL over them"
  "rocksdb libzstd zlib libxml-2.0 re2 icu-i18n icu-uc libcrypto ${net} fmt"
  "-ldossier -ldossier_storage -ldossier_parser -ldossier_model")
dossier_pkg_config(dossier-extract "Dossier's extraction: documents in, facts with evidence"
  "dossier = ${PROJECT_VERSION} libcmark-gfm libarchive gmime-3.0 libxml-2.0 zlib icu-i18n icu-uc libcrypto fmt"
  "-ldossier_desk -ldossier_extract -lcmark-gfm-extensions")
dossier_pkg_config(dossier-c "Dossier's interface for C and other languages"
  "dossier-extract = ${PROJECT_VERSION}" "-ldossier_c")

install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Removes what `cmake --install` of this build folder has put there.
if(PROJECT_IS_TOP_LEVEL)
  add_custom_target(uninstall VERBATIM USES_TERMINAL
    COMMAND ${CMAKE_COMMAND} -D BUILD=${PROJECT_BINARY_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/Uninstall.cmake)
endif()

option(DOSSIER_PACKAGES "Make rules for Debian packages" OFF)
if(DOSSIER_PACKAGES)
  include(${PROJECT_SOURCE_DIR}/packaging/Packages.cmake)
endif()
