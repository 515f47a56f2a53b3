# Other people's libraries, as setup/sources unpacked them. Their headers are SYSTEM: our warnings are not theirs.
set(MINGBAI_SOURCES "${CMAKE_SOURCE_DIR}/.deps/src")
if(NOT EXISTS "${MINGBAI_SOURCES}/json")
  message(FATAL_ERROR "The libraries are not here yet: run setup/all first.")
endif()

add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${MINGBAI_SOURCES}/json/single_include")
if(EMSCRIPTEN)
  target_compile_definitions(json INTERFACE JSON_NO_IO)
  # Its ordered map, as libc++ compares keys, calls an operator that its json_pointer has declared old.
  target_compile_options(json INTERFACE -Wno-deprecated-declarations)
endif()

# One connection has one thread; extensions, shared caches and deprecated calls are not there to be misused.
# Without threads in the browser, SQLite needs no mutexes there; its files come from our own VFS.
add_library(sqlite STATIC "${MINGBAI_SOURCES}/sqlite/sqlite3.c")
target_include_directories(sqlite SYSTEM PUBLIC "${MINGBAI_SOURCES}/sqlite")
target_compile_options(sqlite PRIVATE -w)
target_compile_definitions(sqlite PUBLIC
  SQLITE_DQS=0 SQLITE_TEMP_STORE=3 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_OMIT_DEPRECATED SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE SQLITE_USE_ALLOCA)
if(EMSCRIPTEN)
  target_compile_definitions(sqlite PUBLIC SQLITE_OS_OTHER=1 SQLITE_THREADSAFE=0)
  # Left out for weight; only what SQLite's own grammar does not know of may be left out of its amalgamation.
  target_compile_definitions(sqlite PRIVATE
    SQLITE_UNTESTABLE SQLITE_STRICT_SUBTYPE SQLITE_MAX_EXPR_DEPTH=0 SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_AUTOMATIC_INDEX
    SQLITE_OMIT_AUTOVACUUM SQLITE_OMIT_BETWEEN_OPTIMIZATION SQLITE_OMIT_CASE_SENSITIVE_LIKE_PRAGMA
    SQLITE_OMIT_COMPILEOPTION_DIAGS SQLITE_OMIT_COMPLETE SQLITE_OMIT_DATETIME_FUNCS SQLITE_OMIT_DECLTYPE
    SQLITE_OMIT_DESERIALIZE SQLITE_OMIT_GET_TABLE SQLITE_OMIT_HEX_INTEGER SQLITE_OMIT_INCRBLOB
    SQLITE_OMIT_INTROSPECTION_PRAGMAS SQLITE_OMIT_JSON SQLITE_OMIT_LIKE_OPTIMIZATION SQLITE_OMIT_LOCALTIME
    SQLITE_OMIT_LOOKASIDE SQLITE_OMIT_OR_OPTIMIZATION SQLITE_OMIT_PROGRESS_CALLBACK SQLITE_OMIT_TCL_VARIABLE
    SQLITE_OMIT_TRACE SQLITE_OMIT_UTF16 SQLITE_OMIT_XFER_OPT)
else()
  find_package(Threads REQUIRED)
  target_compile_definitions(sqlite PUBLIC SQLITE_THREADSAFE=2)
  target_link_libraries(sqlite PUBLIC Threads::Threads)
endif()

if(EMSCRIPTEN)
  add_library(imgui STATIC
    "${MINGBAI_SOURCES}/imgui/imgui.cpp" "${MINGBAI_SOURCES}/imgui/imgui_draw.cpp"
    "${MINGBAI_SOURCES}/imgui/imgui_tables.cpp" "${MINGBAI_SOURCES}/imgui/imgui_widgets.cpp")
  target_include_directories(imgui SYSTEM PUBLIC "${MINGBAI_SOURCES}/imgui")
  target_compile_options(imgui PRIVATE -w -fwasm-exceptions)
  target_compile_definitions(imgui PUBLIC
    IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
    IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
  if(EXISTS "${CMAKE_SOURCE_DIR}/web/ui/imgui_config.h")
    target_include_directories(imgui PUBLIC "${CMAKE_SOURCE_DIR}")
    target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"web/ui/imgui_config.h\"")
  endif()
else()
  set(catch2 "${CMAKE_SOURCE_DIR}/.deps/catch2") # compiled by setup/sources
  add_library(catch2 INTERFACE)
  target_include_directories(catch2 SYSTEM INTERFACE "${MINGBAI_SOURCES}/catch2/src" "${catch2}/generated-includes")
  target_link_libraries(catch2 INTERFACE "${catch2}/src/libCatch2Main.a" "${catch2}/src/libCatch2.a")
  find_package(Boost 1.81 REQUIRED)
  find_package(PkgConfig REQUIRED)
  find_package(OpenSSL REQUIRED)
  pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
  pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
endif()
