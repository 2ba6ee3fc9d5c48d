# SPDX-License-Identifier: Apache-2.0
# Part of the installation of a wheel: copies the libraries that `module` is linked with into dossier.libs/, beside
# the package, and what Debian says of their licences. Those of every Debian system stay out.
file(GET_RUNTIME_DEPENDENCIES MODULES ${module}
     RESOLVED_DEPENDENCIES_VAR libraries
     PRE_EXCLUDE_REGEXES "^lib(c|m|dl|rt|pthread|resolv|gcc_s|stdc\\+\\+)\\.so" "^ld-linux")
set(folder ${CMAKE_INSTALL_PREFIX}/dossier.libs)
file(MAKE_DIRECTORY ${folder}/licenses)
foreach(library IN LISTS libraries)
  get_filename_component(name ${library} NAME)
  get_filename_component(real ${library} REALPATH)
  file(COPY_FILE ${real} ${folder}/${name} ONLY_IF_DIFFERENT)
  execute_process(COMMAND dpkg-query --search ${real} RESULT_VARIABLE unknown OUTPUT_VARIABLE owner
                  ERROR_QUIET)
  if(unknown)  # /lib is a link to /usr/lib, and dpkg knows one of the two names
    string(REGEX REPLACE "^/usr" "" other ${real})
    execute_process(COMMAND dpkg-query --search ${other} OUTPUT_VARIABLE owner
                    COMMAND_ERROR_IS_FATAL ANY)
  endif()
  string(REGEX REPLACE ":.*" "" package "${owner}")
  get_filename_component(copyright /usr/share/doc/${package}/copyright REALPATH)
  file(COPY_FILE ${copyright} ${folder}/licenses/${package} ONLY_IF_DIFFERENT)
endforeach()
