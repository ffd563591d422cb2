cmake_minimum_required(VERSION 3.25)
# cmake -DSOURCE=<project> -DLAYERS=<file> -P check_layers.cmake
# Every #include "..." of a folder names a folder that its entry in the table of layers allows; every fenced library is
# included only behind its fence; no two headers define one type. LAYERS has one line a folder: `core/text:base` (stancegraph_layer, stage.cmake).

# library's include prefix -> regular expression of the files that may include it
set(fences
    "yaml-cpp/"   "^core/base/yaml[.]cpp$"
    "rapidjson/"  "^core/base/json[.]cpp$"
    "boost/"      "^core/graph/"
    "libxml/"     "^core/text/html[a-z_]*[.]cpp$"
    "re2/"        "^core/(match/|pattern/test_parser[.]cpp$)"
    "sqlite3"     "^core/store/"
    "zstd"        "^core/store/compression[.]cpp$"
    "utf8proc"    "^core/base/utf8[.]cpp$"
    "CLI/"        "^cli/options[.]cpp$"
    "httplib"     "^cli/serve/http_server[.]cpp$"
    "catch2/"     "^tests/"
    "regex>"      "^$")

set(faults "")
set(known_types "")

# Two types of one name in one namespace would be one to the linker. Headers write them at the beginning of a line.
function(check_types file)
    file(STRINGS "${SOURCE}/${file}" lines REGEX "^(namespace|struct|class|enum class) [A-Za-z:]+[^;]*{?")
    set(namespace "")
    foreach(line IN LISTS lines)
        if(line MATCHES "^namespace ([A-Za-z:_]+) {")
            set(namespace "${CMAKE_MATCH_1}")
        elseif(line MATCHES "^(struct|class|enum class) ([A-Za-z]+)[^;{]*({.*)?$")
            set(type "${namespace}::${CMAKE_MATCH_2}")
            if(type IN_LIST known_types)
                string(APPEND faults "${file}: a second ${type}\n")
            endif()
            list(APPEND known_types "${type}")
        endif()
    endforeach()
    set(known_types "${known_types}" PARENT_SCOPE)
    set(faults "${faults}" PARENT_SCOPE)
endfunction()

function(check_include file line uses)
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]+\"([^\"/]+)/")
        if(NOT CMAKE_MATCH_1 IN_LIST uses)
            string(APPEND faults "${file}: ${line}  (its folder may include: ${uses})\n")
        endif()
    elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]+<(.*)$")
        set(header "${CMAKE_MATCH_1}")
        set(rest ${fences})
        while(rest)
            list(POP_FRONT rest library allowed)
            string(FIND "${header}" "${library}" at)
            if(at EQUAL 0 AND NOT file MATCHES "${allowed}")
                string(APPEND faults "${file}: ${line}  (fenced to files like ${allowed})\n")
            endif()
        endwhile()
    endif()
    set(faults "${faults}" PARENT_SCOPE)
endfunction()

file(STRINGS "${LAYERS}" layers)
set(file_count 0)
foreach(layer IN LISTS layers)
    string(REGEX MATCH "^([^:]*):(.*)$" unused "${layer}")
    set(folder "${CMAKE_MATCH_1}")
    string(REPLACE "," ";" uses "${CMAKE_MATCH_2}")
    get_filename_component(own "${folder}" NAME)
    list(APPEND uses "${own}")
    file(GLOB_RECURSE files RELATIVE "${SOURCE}" "${SOURCE}/${folder}/*.hpp" "${SOURCE}/${folder}/*.cpp"
         "${SOURCE}/${folder}/*.inc")
    foreach(file IN LISTS files)
        math(EXPR file_count "${file_count} + 1")
        if(file MATCHES "[.]hpp$")
            check_types("${file}")
        endif()
        file(STRINGS "${SOURCE}/${file}" lines REGEX "^[ \t]*#[ \t]*include")
        foreach(line IN LISTS lines)
            check_include("${file}" "${line}" "${uses}")
        endforeach()
    endforeach()
endforeach()

if(file_count EQUAL 0)
    message(FATAL_ERROR "no source file found below ${SOURCE}")
endif()
if(faults)
    message(FATAL_ERROR "includes that the architecture does not allow (core/CMakeLists.txt):\n${faults}")
endif()
message(STATUS "${file_count} files keep the include directions and the library fences")
