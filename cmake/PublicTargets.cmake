# SPDX-License-Identifier: Apache-2.0
# The targets that applications link: dossier::dossier (the engine), dossier::dossier_extract (and documents), dossier::dossier_desk (and views),
# dossier::dossier_c (the interface for C). The names are the same for find_package, add_subdirectory and
# FetchContent. They stand for archives or, with BUILD_SHARED_LIBS, for one shared library.

set(DOSSIER_FLOORS dossier_model dossier_parser dossier_storage dossier dossier_extract dossier_desk dossier_c)
set(DOSSIER_PUBLIC dossier dossier_extract dossier_desk dossier_c)

# libdossier.so is linked from the objects of the archives, so nothing is compiled twice. It exports what
# DOSSIER_API marks; shared.map keeps the weak symbols of the standard library inside.
list(TRANSFORM DOSSIER_FLOORS REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
add_library(dossier_shared SHARED EXCLUDE_FROM_ALL ${objects})
target_link_libraries(dossier_shared PRIVATE dossier_c dossier_desk)
target_compile_features(dossier_shared PUBLIC cxx_std_20)
target_link_options(dossier_shared PRIVATE -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/shared.map)
set_target_properties(dossier_shared PROPERTIES
  OUTPUT_NAME dossier EXPORT_NAME shared LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
  LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/shared.map
  LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/shared)

# Targets that applications link directly: the floors themselves, or names for the shared library.
if(BUILD_SHARED_LIBS)
  set_target_properties(dossier_shared PROPERTIES EXCLUDE_FROM_ALL OFF)
  foreach(name IN LISTS DOSSIER_PUBLIC)
    add_library(shared_${name} INTERFACE)
    target_link_libraries(shared_${name} INTERFACE dossier_shared)
    set_target_properties(shared_${name} PROPERTIES EXPORT_NAME ${name})
    add_library(dossier::${name} ALIAS shared_${name})
  endforeach()
else()
  foreach(name IN LISTS DOSSIER_FLOORS)
    add_library(dossier::${name} ALIAS ${name})
  endforeach()
endif()

# A test also uses the shared library, in the tree and not installed; so the headers' folders belong to it.
foreach(floor IN LISTS DOSSIER_FLOORS)
  target_include_directories(dossier_shared PUBLIC
    $<BUILD_INTERFACE:$<TARGET_PROPERTY:${floor},INTERFACE_INCLUDE_DIRECTORIES>>)
endforeach()
