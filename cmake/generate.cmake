# What is made of assets/ before anything is compiled: the strings and the bundle of policies.
#
# The scripts are Python: Debian's python3 is there wherever the fonts can be subset (fontTools is Python) and
# wherever Emscripten runs, and it needs no package manager of its own.
find_program(MINGBAI_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

set(generated "${CMAKE_BINARY_DIR}/generated")

file(GLOB strings CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/strings/*.json")
if(NOT strings)
  file(WRITE "${generated}/no_strings.json" "{}")
  set(strings "${generated}/no_strings.json" "${generated}/no_strings.json")
endif()
list(SORT strings ORDER DESCENDING) # zh-CN before en
set(MINGBAI_STRINGS "${generated}/strings.cpp")
add_custom_command(
  OUTPUT "${generated}/strings.h" "${generated}/strings.cpp"
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/strings.py" ${strings} "${generated}"
  DEPENDS "${CMAKE_SOURCE_DIR}/cmake/strings.py" ${strings}
  VERBATIM)

# Cases are carried by the command line tool, which runs them; a browser fetches them when somebody runs them there.
file(GLOB_RECURSE policies CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/policies/*.json" "${CMAKE_SOURCE_DIR}/assets/codes/*.json")
set(bundle_flags)
if(EMSCRIPTEN)
  set(bundle_flags --without-cases)
endif()
add_custom_command(
  OUTPUT "${generated}/policies.json"
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/bundle.py" "${CMAKE_SOURCE_DIR}/assets" "${generated}/policies.json" ${bundle_flags}
  DEPENDS "${CMAKE_SOURCE_DIR}/cmake/bundle.py" ${policies}
  VERBATIM)

add_custom_command(
  OUTPUT "${generated}/cases.json"
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/bundle.py" "${CMAKE_SOURCE_DIR}/assets" "${generated}/cases.json" --only-cases
  DEPENDS "${CMAKE_SOURCE_DIR}/cmake/bundle.py" ${policies}
  VERBATIM)

add_custom_target(mingbai_generated DEPENDS "${generated}/strings.h" "${generated}/policies.json")
