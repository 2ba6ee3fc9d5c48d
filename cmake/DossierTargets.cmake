# SPDX-License-Identifier: Apache-2.0
# One library per folder, all with the same warnings.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
  add_link_options(-fuse-ld=lld)
endif()
if(DOSSIER_SANITIZE)
  add_compile_options(-fsanitize=${DOSSIER_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DOSSIER_SANITIZE})
endif()
# Line tables are enough to debug with, and halve the objects.
string(REPLACE "-g" "-g1" CMAKE_CXX_FLAGS_DEBUG "${CMAKE_CXX_FLAGS_DEBUG}")

# -O3 makes the build a third longer; where a loop gains from it, its folder says so.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

# Our warnings for our code only: third-party headers are system headers.
function(dossier_warnings target)
  # What g++ 12 only guesses at after inlining is left out, for it guesses wrong about std::string's
  # operator+ (GCC bug 105651), empty optionals (80635) and small vectors; the sanitizers look for real ones.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion
    $<$<BOOL:${DOSSIER_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overread
      -Wno-stringop-overflow -Wno-array-bounds>)
endfunction()

# dossier_library(<target> [PUBLIC_LINK <lib>...] [PRIVATE_LINK <lib>...])
# A static library of every .cc below the calling folder. Inside the project includes are rooted at the
# repository; applications see only include/dossier/ of each folder.
function(dossier_library target)
  cmake_parse_arguments(ARG "" "" "PUBLIC_LINK;PRIVATE_LINK;EXCLUDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  foreach(pattern IN LISTS ARG_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX ${pattern})
  endforeach()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}
                             PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC_LINK} PRIVATE ${ARG_PRIVATE_LINK})
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX POSITION_INDEPENDENT_CODE ON
                        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  dossier_warnings(${target})
endfunction()
