# Files that are built into the program.

# stancegraph_embed(<target> HEADER <header> NAMESPACE <namespace> FILES <path>...): the function page_files() of that
# namespace, which the header declares, gives the files.
function(stancegraph_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADER;NAMESPACE" "FILES")
    set(source ${CMAKE_CURRENT_BINARY_DIR}/page_files.cpp)
    add_custom_command(OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} "-DFILES=${arg_FILES}" -DHEADER=${arg_HEADER} -DNAMESPACE=${arg_NAMESPACE}
                -DOUTPUT=${source} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
        DEPENDS ${arg_FILES} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
    target_sources(${target} PRIVATE ${source})
endfunction()

# stancegraph_bundle(<output> TEMPLATE <path> STYLE <path> MODULES <path>...): one page of a template, a style sheet and
# JavaScript modules in the order of their imports.
function(stancegraph_bundle output)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TEMPLATE;STYLE" "MODULES")
    set(script ${PROJECT_SOURCE_DIR}/cmake/bundle_page.cmake)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DTEMPLATE=${arg_TEMPLATE} -DSTYLE=${arg_STYLE} "-DMODULES=${arg_MODULES}"
                -DOUTPUT=${output} -P ${script}
        DEPENDS ${arg_TEMPLATE} ${arg_STYLE} ${arg_MODULES} ${script} VERBATIM)
endfunction()
