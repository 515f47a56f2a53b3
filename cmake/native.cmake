# The native side: build/bin/mingbai, and one test binary for all C++ tests.
if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build/native")
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_SOURCE_DIR}/build/bin")
endif()

# The bundle travels inside the binary: mingbai::policies_bundle() is its text, valid for ever.
file(WRITE "${generated}/policies_bundle.h" [[
#pragma once
// The policy packs that this program was built with, as one JSON text; see cmake/bundle.py.
#include <string_view>
namespace mingbai {
std::string_view policies_bundle();
}
]])
file(WRITE "${generated}/policies_bundle.cpp.in" [[
#include "generated/policies_bundle.h"
asm(".section .rodata\n"
    ".global mingbai_policies_begin\n.global mingbai_policies_end\n"
    "mingbai_policies_begin: .incbin \"@generated@/policies.json\"\n"
    "mingbai_policies_end: .byte 0\n"
    ".previous\n");
extern "C" const char mingbai_policies_begin[], mingbai_policies_end[];
namespace mingbai {
std::string_view policies_bundle() { return {mingbai_policies_begin, mingbai_policies_end}; }
}
]])
configure_file("${generated}/policies_bundle.cpp.in" "${generated}/policies_bundle.cpp" @ONLY)
set_source_files_properties("${generated}/policies_bundle.cpp" PROPERTIES OBJECT_DEPENDS "${generated}/policies.json")

mingbai_library(mingbai_shell FOLDER shell SOURCES "${generated}/policies_bundle.cpp"
                LINK mingbai_core mingbai_store mingbai_base_strings Boost::headers PkgConfig::sodium PkgConfig::libpq OpenSSL::SSL Threads::Threads)
get_target_property(shell_sources mingbai_shell SOURCES)
if("${CMAKE_SOURCE_DIR}/shell/cli/main.cpp" IN_LIST shell_sources)
  list(REMOVE_ITEM shell_sources "${CMAKE_SOURCE_DIR}/shell/cli/main.cpp")
  set_target_properties(mingbai_shell PROPERTIES SOURCES "${shell_sources}")
  add_executable(mingbai shell/cli/main.cpp)
  target_link_libraries(mingbai PRIVATE mingbai_shell)
endif()

# What the screens know apart from drawing is tested natively, too.
mingbai_library(mingbai_screen_model FOLDER web/screens/model LINK mingbai_core mingbai_base_strings)

# So is the arithmetic under the widgets: where lines break, where things stand, what the page is told,
# what of a picture has to be drawn again.
mingbai_library(mingbai_ui_arithmetic SOURCES web/ui/line_break.cpp web/ui/flow.cpp web/ui/piece_widths.cpp
                        web/ui/field_text.cpp web/ui/semantics_patch.cpp web/ui/colour_values.cpp web/ui/bar_places.cpp
                        web/platform/changed_tiles.cpp LINK mingbai_core)

enable_testing()
sources_in(tests tests)
list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
if(tests)
  add_executable(mingbai_tests ${tests})
  target_link_libraries(mingbai_tests PRIVATE mingbai_shell mingbai_desk mingbai_workbench mingbai_screen_model mingbai_ui_arithmetic catch2)
  add_test(NAME mingbai_tests COMMAND mingbai_tests WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endif()
add_test(NAME the_house_keeps_its_invariants
         COMMAND "${MINGBAI_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/invariants.py" "${CMAKE_SOURCE_DIR}")

# A disk that loses power under the server, for tests/http/power.test.js.
add_library(torn_disk SHARED tests/http/power/torn_disk.cpp)
target_link_libraries(torn_disk PRIVATE ${CMAKE_DL_LIBS})

# The server under load (make load): clients, a world for them and a bare SQLite loop.
add_executable(load EXCLUDE_FROM_ALL tests/bench/load/load.cpp tests/bench/load/clients.cpp tests/bench/load/envelopes.cpp
                                     tests/bench/load/server_process.cpp tests/bench/load/world.cpp)
target_link_libraries(load PRIVATE mingbai_shell)

# The benchmark W1 (make bench): the same claims by the policy as data and by hand.
add_executable(w1_batch EXCLUDE_FROM_ALL tests/bench/w1/batch.cpp)
target_link_libraries(w1_batch PRIVATE mingbai_core)
add_executable(w1_packs EXCLUDE_FROM_ALL tests/bench/w1/packs.cpp)
target_link_libraries(w1_packs PRIVATE mingbai_core)
add_executable(w1_csv_limit EXCLUDE_FROM_ALL tests/bench/w1/csv_limit.cpp)
target_include_directories(w1_csv_limit PRIVATE "${CMAKE_SOURCE_DIR}")
target_compile_options(w1_csv_limit PRIVATE -O3)
foreach(machine portable avx2)
  add_executable(w1_limit_${machine} EXCLUDE_FROM_ALL tests/bench/w1/limit.cpp)
  target_include_directories(w1_limit_${machine} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_options(w1_limit_${machine} PRIVATE -O3 -w -fno-trapping-math -fno-signed-zeros -ffinite-math-only -fno-math-errno
                                                     $<$<STREQUAL:${machine},avx2>:-march=x86-64-v3>)
endforeach()
add_custom_target(w1 DEPENDS w1_batch w1_packs w1_csv_limit w1_limit_portable w1_limit_avx2)
