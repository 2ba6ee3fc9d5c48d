# SPDX-License-Identifier: Apache-2.0
# Debian packages, made by CPack from the components of the installation; packaging/build.sh configures, builds and
# packs them.
set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library development python)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_NAME dossier)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
# Whoever packs says who that is, as Debian's own tools expect it.
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
else()
  set(CPACK_PACKAGE_CONTACT "The Dossier authors <dossier@localhost.localdomain>")
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# dpkg-shlibdeps finds the shared library of this build here.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/shared)

set(version ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME dossier)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "embedded knowledge base: documents in, questions answered
Dossier reads documents, stores what they say as facts with the sentences
they were read from, and answers SPARQL queries over them. This package has
the program and its shell.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libdossier${version})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/triggers)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "embedded knowledge base, shared library
Dossier reads documents, stores what they say as facts with the sentences
they were read from, and answers SPARQL queries over them. This package has
the library for C and C++.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libdossier-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libdossier${version} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "embedded knowledge base, headers
Dossier reads documents, stores what they say as facts with the sentences
they were read from, and answers SPARQL queries over them. This package has
the headers, a CMake package and files for pkg-config.")

set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-dossier)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= 3.11), python3 (<< 3.12)")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "tesseract-ocr")
set(CPACK_DEBIAN_PYTHON_PACKAGE_SUGGESTS "python3-pandas, python3-rdflib")
set(CPACK_DEBIAN_PYTHON_DESCRIPTION "embedded knowledge base, Python module
Dossier reads documents, stores what they say as facts with the sentences
they were read from, and answers SPARQL queries over them. This package has
the module for Python.")

# What Debian's policy wants in every package.
execute_process(COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md
                OUTPUT_FILE ${PROJECT_BINARY_DIR}/changelog.gz COMMAND_ERROR_IS_FATAL ANY)
foreach(component PROGRAM LIBRARY DEVELOPMENT PYTHON)
  string(TOLOWER ${component} lower)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright ${PROJECT_BINARY_DIR}/changelog.gz
          DESTINATION share/doc/${CPACK_DEBIAN_${component}_PACKAGE_NAME} COMPONENT ${lower} EXCLUDE_FROM_ALL)
endforeach()

include(CPack)
