# cmake -DFILES=<paths> -DHEADER=<header> -DNAMESPACE=<namespace> -DOUTPUT=<file.cpp> -P embed.cmake
# Writes a source file that holds the bytes of the files: the function page_files() that the header declares.
cmake_minimum_required(VERSION 3.25)

set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS FILES)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" bytes HEX)
    string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND arrays "constexpr char kBytes${number}[] = {\n${bytes}};\n")
    string(APPEND rows "    EmbeddedFile{\"${name}\", {kBytes${number}, sizeof kBytes${number}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/embed.cmake.
#include <array>

#include \"${HEADER}\"

namespace ${NAMESPACE} {
namespace {

${arrays}
constexpr std::array kFiles{
${rows}};

}  // namespace

std::span<const EmbeddedFile> page_files() {
    return kFiles;
}

}  // namespace ${NAMESPACE}
")
