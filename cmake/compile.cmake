# How our own code is compiled, and the two functions that make targets of folders.

# Assertions stay on natively: one that fails is a bug of ours and is better seen. In the browser they cost weight.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -flto -DNDEBUG")
set(CMAKE_C_FLAGS_MINSIZEREL "-Oz -flto -DNDEBUG")

add_library(mingbai_flags INTERFACE)
target_include_directories(mingbai_flags INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
# Designated initialisers leave fields to their defaults everywhere here.
target_compile_options(mingbai_flags INTERFACE -Wall -Wextra -Wno-missing-field-initializers -Werror)
if(EMSCRIPTEN)
  target_compile_options(mingbai_flags INTERFACE -fwasm-exceptions)
  target_link_options(mingbai_flags INTERFACE -fwasm-exceptions)
else()
  # -Wconversion: no money is narrowed silently. The others are GCC 12's known false alarms over std::string,
  # std::optional and std::expected at -O2.
  target_compile_options(mingbai_flags INTERFACE -Wconversion)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(mingbai_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
                                                   -Wno-stringop-overflow -Wno-stringop-overread -Wno-free-nonheap-object)
  endif()
endif()

# sources_in(RESULT FOLDER [WITHOUT FOLDER…]): every .cpp below, as paths.
function(sources_in result folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "WITHOUT")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  foreach(excluded IN LISTS arg_WITHOUT)
    list(FILTER files EXCLUDE REGEX "^${CMAKE_SOURCE_DIR}/${excluded}/")
  endforeach()
  set(${result} "${files}" PARENT_SCOPE)
endfunction()

# mingbai_library(NAME [FOLDER folder [WITHOUT folder…]] [SOURCES file…] [LINK target…]). A folder may still be empty.
function(mingbai_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "WITHOUT;SOURCES;LINK")
  if(arg_FOLDER)
    sources_in(found ${arg_FOLDER} WITHOUT ${arg_WITHOUT})
    list(APPEND arg_SOURCES ${found})
  endif()
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC mingbai_flags ${arg_LINK})
    add_dependencies(${name} mingbai_generated)
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE mingbai_flags ${arg_LINK})
  endif()
endfunction()

# The blocks of batches are arithmetic over columns: worth the vectoriser, and natively a copy for AVX2 that is chosen
# when the program runs. Without traps and signed zeros every figure stays what it is; -ffast-math would not do.
set(block_flags -O3)
set(no_lto)
if(EMSCRIPTEN)
  set(no_lto -fno-lto)
  list(APPEND block_flags -fno-signed-zeros -msimd128 ${no_lto} -Wno-pass-failed) # 64-bit products have no vectors there
else()
  list(APPEND block_flags -fno-trapping-math -fno-signed-zeros -ffinite-math-only -ffp-contract=off)
endif()
foreach(file router pricing comparison read_claims plain_rows population columns machines) # what feeds the blocks
  set_source_files_properties("${CMAKE_SOURCE_DIR}/core/scenario/${file}.cpp" PROPERTIES COMPILE_OPTIONS "-O3;${no_lto}")
endforeach()
if(EMSCRIPTEN) # keys of whole columns
  set_source_files_properties("${CMAKE_SOURCE_DIR}/core/scenario/router.cpp" PROPERTIES COMPILE_OPTIONS "-O3;-msimd128;${no_lto}")
endif()
set_source_files_properties("${CMAKE_SOURCE_DIR}/core/scenario/blocks_portable.cpp" PROPERTIES COMPILE_OPTIONS "${block_flags}")
if(NOT EMSCRIPTEN AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  list(APPEND block_flags -mavx2)
endif()
set_source_files_properties("${CMAKE_SOURCE_DIR}/core/scenario/blocks_avx2.cpp" PROPERTIES COMPILE_OPTIONS "${block_flags}")
