# SPDX-License-Identifier: Apache-2.0
# `cmake --install`: the program, the libraries, the public headers, a CMake package and a pkg-config file.
#
# Applications include <dossier/...>: the one include root, laid out alike here and where it is installed.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(floors model parser storage engine extract)
foreach(floor IN LISTS floors)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${floor}/include/dossier DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/bindings/c/include/dossier DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(libraries dossier_model dossier_parser dossier_storage dossier dossier_extract dossier_c)
foreach(library IN LISTS libraries)
  target_include_directories(${library} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
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
