# The browser's side: three WebAssembly modules, each with its loader, staged with everything else into build/web.
#
#   mingbai-page.{mjs,wasm}    screens, ImGui and the rules: instant answers on the page's own thread
#   mingbai-worker.{mjs,wasm}  the database, the outbox and synchronisation: in one worker
#   mingbai-batch.{mjs,wasm}   cases, proofs and comparisons of policies: in a worker that the scenarios start

# mingbai_module(NAME SOURCES file… LINK target… [OPTIONS flag…]): C functions marked EMSCRIPTEN_KEEPALIVE are its face.
function(mingbai_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;OPTIONS")
  if(NOT arg_SOURCES)
    return()
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES SUFFIX ".mjs")
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  target_link_options(${name} PRIVATE
    --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=1
    -sDYNAMIC_EXECUTION=0 # no eval: the content security policy forbids it
    -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB
    -sEXPORTED_FUNCTIONS=_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=ccall,UTF8ToString,stringToUTF8,lengthBytesUTF8,HEAPU8
    ${arg_OPTIONS})
  set_property(GLOBAL APPEND PROPERTY mingbai_modules ${name})
endfunction()

sources_in(page web WITHOUT web/worker)
set_source_files_properties( # every triangle of every picture
  "${CMAKE_SOURCE_DIR}/web/platform/painted.cpp" "${CMAKE_SOURCE_DIR}/web/platform/changed_tiles.cpp"
  "${CMAKE_SOURCE_DIR}/web/platform/renderer.cpp" PROPERTIES COMPILE_OPTIONS -O2)
sources_in(worker web/worker WITHOUT web/worker/desk web/worker/batch web/worker/workbench)
sources_in(batch web/worker/batch)
mingbai_module(mingbai-page SOURCES ${page} LINK mingbai_core mingbai_base_strings imgui
               OPTIONS -sENVIRONMENT=web -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sINITIAL_MEMORY=32MB
                       --profiling-funcs -Wl,--no-demangle) # names for the cut below
mingbai_module(mingbai-worker SOURCES ${worker} LINK mingbai_desk OPTIONS -sENVIRONMENT=worker -sINITIAL_MEMORY=16MB -sMALLOC=emmalloc)

mingbai_module(mingbai-batch SOURCES ${batch} LINK mingbai_workbench OPTIONS -sENVIRONMENT=worker -sINITIAL_MEMORY=32MB)

# The page's program travels in two halves: what the first page and the calculator need, and the rest (web/screens/rest.h).
set(halves "${CMAKE_BINARY_DIR}/halves/mingbai-page.wasm" "${CMAKE_BINARY_DIR}/halves/mingbai-rest.wasm")
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/halves")
find_program(MINGBAI_WASM_SPLIT wasm-split PATHS "${CMAKE_SOURCE_DIR}/.deps/emscripten/binaryen/bin" "$ENV{EMSDK}/upstream/bin"
             NO_DEFAULT_PATH REQUIRED)
cmake_path(GET MINGBAI_WASM_SPLIT PARENT_PATH binaryen)
add_custom_command(
  OUTPUT ${halves}
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/split.py" "${binaryen}"
          "${CMAKE_SOURCE_DIR}/cmake/rest.txt" "${CMAKE_BINARY_DIR}/mingbai-page.wasm" ${halves}
  DEPENDS mingbai-page "${CMAKE_SOURCE_DIR}/cmake/split.py" "${CMAKE_SOURCE_DIR}/cmake/rest.txt"
  COMMENT "Cutting the page's program in two"
  VERBATIM)

# The rules alone, for node: the tests hold its answers against the native program's. It is not staged.
add_executable(mingbai-answers tests/identity/answers.cpp)
set_target_properties(mingbai-answers PROPERTIES SUFFIX ".mjs")
target_link_libraries(mingbai-answers PRIVATE mingbai_core)
target_link_options(mingbai-answers PRIVATE
  --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB
  -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8)

# The benchmark W1 for node (make bench): the policy as data, and the same by hand.
foreach(which batch limit packs)
  add_executable(w1-${which} EXCLUDE_FROM_ALL tests/bench/w1/${which}.cpp)
  set_target_properties(w1-${which} PROPERTIES SUFFIX ".cjs")
  target_link_options(w1-${which} PRIVATE -O3 -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB)
endforeach()
target_link_libraries(w1-batch PRIVATE mingbai_core)
target_link_libraries(w1-packs PRIVATE mingbai_core)
target_include_directories(w1-limit PRIVATE "${CMAKE_SOURCE_DIR}")
target_compile_options(w1-limit PRIVATE -O3 -msimd128)
add_custom_target(w1 DEPENDS w1-batch w1-limit w1-packs)

# Fonts are cut again when a string, a label or the recipe changes; the cuts are kept beside the sources.
set(fonts "${CMAKE_BINARY_DIR}/fonts")
set(font_files "${fonts}/first-regular.otf" "${fonts}/first-bold.otf" "${fonts}/common-regular.otf" "${fonts}/common-bold.otf")
add_custom_command(
  OUTPUT ${font_files}
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/fonts.py" "${CMAKE_SOURCE_DIR}/assets/fonts/recipe.json"
          "${CMAKE_SOURCE_DIR}/assets/strings" "${generated}/policies.json" "${fonts}" "${CMAKE_SOURCE_DIR}/.deps/cache/fonts"
  DEPENDS "${CMAKE_SOURCE_DIR}/cmake/fonts.py" "${CMAKE_SOURCE_DIR}/assets/fonts/recipe.json" ${strings} "${generated}/policies.json"
  COMMENT "Cutting the fonts"
  VERBATIM)

file(GLOB worker_scripts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/worker/*.js")
# With the cipher under the worker's files, of what npm delivers the part that is used.
set(sealed "${CMAKE_BINARY_DIR}/sealed.js")
add_custom_command(
  OUTPUT "${sealed}"
  COMMAND "${CMAKE_COMMAND}" -E env "NODE_PATH=${CMAKE_SOURCE_DIR}/.deps/node/node_modules"
          esbuild "${CMAKE_SOURCE_DIR}/web/worker/sealed.js" --bundle --format=esm --charset=utf8 --log-level=warning "--outfile=${sealed}"
  DEPENDS "${CMAKE_SOURCE_DIR}/web/worker/sealed.js"
  COMMENT "Bundling the cipher"
  VERBATIM)
list(REMOVE_ITEM worker_scripts "${CMAKE_SOURCE_DIR}/web/worker/sealed.js")
list(APPEND worker_scripts "${sealed}")
set(staged "${generated}/policies.json" "${generated}/cases.json" ${font_files} "${fonts}/rare" ${worker_scripts})
if(IS_DIRECTORY "${CMAKE_SOURCE_DIR}/web/page")
  list(APPEND staged "${CMAKE_SOURCE_DIR}/web/page")
endif()
get_property(modules GLOBAL PROPERTY mingbai_modules)
foreach(module IN LISTS modules)
  list(APPEND staged "${CMAKE_BINARY_DIR}/${module}.mjs" "${CMAKE_BINARY_DIR}/${module}.wasm")
endforeach()
list(REMOVE_ITEM staged "${CMAKE_BINARY_DIR}/mingbai-page.wasm")
list(APPEND staged ${halves})
set(stage_flags)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(stage_flags --plain)
endif()
add_custom_target(stage ALL
  COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/stage.py" "${CMAKE_SOURCE_DIR}/build/web"
          "${CMAKE_SOURCE_DIR}/.deps/cache/brotli" ${stage_flags} ${staged}
  DEPENDS ${font_files} ${halves} "${sealed}" "${generated}/policies.json" "${generated}/cases.json"
  COMMENT "Staging build/web"
  VERBATIM)
if(modules)
  add_dependencies(stage ${modules})
endif()
