# A stage is a static library from one folder of core/; what it may include is what it USES, and nothing else.
# The same table makes the targets and feeds the layering test.

add_library(stancegraph_warnings INTERFACE)
target_compile_options(stancegraph_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Wno-missing-field-initializers -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Wformat=2 -Wswitch-enum
    $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wuseless-cast -Wno-restrict>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-ambiguous-reversed-operator>
    $<$<BOOL:${STANCEGRAPH_WERROR}>:-Werror>)

if(STANCEGRAPH_SANITIZER)
    add_compile_options(-fsanitize=${STANCEGRAPH_SANITIZER} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${STANCEGRAPH_SANITIZER})
endif()
if(STANCEGRAPH_FUZZERS)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# No fused multiply-add: floating-point results are the same on every machine.
add_compile_options(-ffp-contract=off)

define_property(GLOBAL PROPERTY STANCEGRAPH_LAYERS BRIEF_DOCS "stage:the stages it may include"
                FULL_DOCS "One entry a stage, read by the layering test")

# stancegraph_layer(<name> <folder> [USES <stage>...]): a static library stancegraph_<name> over <folder>.
function(stancegraph_layer name folder)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "USES")
    set(target stancegraph_${name})
    add_library(${target} STATIC)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/core ${PROJECT_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE stancegraph_warnings)
    foreach(used IN LISTS arg_USES)
        target_link_libraries(${target} PUBLIC stancegraph_${used})
    endforeach()
    list(JOIN arg_USES "," uses)
    set_property(GLOBAL APPEND PROPERTY STANCEGRAPH_LAYERS "${folder}:${uses}")
endfunction()

function(stancegraph_stage name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
    stancegraph_layer(${name} core/${name} USES ${arg_USES})
    add_subdirectory(${name})
endfunction()
