# `cmake --install`: the program, the libraries, the public headers, a CMake package and a pkg-config file.
#
# Headers keep their folders below include/dossier, which is an include directory of the package, so that
# they find each other; include/dossier/{dossier,ingest,evidence,entities,conflicts}.h are what applications include.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(public_headers
  model/error.h model/term.h model/term_id.h model/quad.h model/box.h
  parser/rdf/parse.h storage/quad_source.h storage/store.h
  engine/dossier.h extract/ingest.h extract/evidence.h extract/entities.h extract/conflicts.h)
foreach(header IN LISTS public_headers)
  get_filename_component(folder ${header} DIRECTORY)
  install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dossier/${folder})
endforeach()
foreach(header engine/dossier.h extract/ingest.h extract/evidence.h extract/entities.h extract/conflicts.h)
  get_filename_component(name ${header} NAME)
  file(WRITE ${CMAKE_BINARY_DIR}/include/${name} "#pragma once\n#include \"${header}\"\n")
  install(FILES ${CMAKE_BINARY_DIR}/include/${name}
          DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dossier)
endforeach()
install(FILES engine/c_api/dossier_c.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} RENAME dossier.h)

set(libraries dossier_model dossier_parser dossier_storage dossier dossier_extract)
foreach(library IN LISTS libraries)
  target_include_directories(${library} INTERFACE
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/dossier>)
endforeach()
install(TARGETS dossier_program)
install(TARGETS ${libraries} dossier_pegtl EXPORT dossier)
install(EXPORT dossier NAMESPACE dossier:: FILE DossierTargets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Dossier)
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/DossierConfig.cmake.in ${CMAKE_BINARY_DIR}/DossierConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Dossier)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/DossierConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/DossierConfig.cmake
              ${CMAKE_BINARY_DIR}/DossierConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/Dossier)
configure_file(${PROJECT_SOURCE_DIR}/cmake/dossier.pc.in ${CMAKE_BINARY_DIR}/dossier.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/dossier.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
