# The target stancegraph_headers compiles each public header alone: a header that needs another one includes it.
# Not part of `all`; .ci/run builds it.

file(GLOB_RECURSE headers RELATIVE ${PROJECT_SOURCE_DIR}
     core/*.hpp exporters/*.hpp cli/*.hpp)
set(sources "")
foreach(header IN LISTS headers)
    string(REPLACE "/" "_" name ${header})
    set(source ${PROJECT_BINARY_DIR}/headers/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n")
    list(APPEND sources ${source})
endforeach()
add_library(stancegraph_headers OBJECT EXCLUDE_FROM_ALL ${sources})
target_link_libraries(stancegraph_headers PRIVATE stancegraph_cli stancegraph_warnings)
