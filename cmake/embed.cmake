# cmake -DFOLDER=<folder> -DFILES=<names> -DOUTPUT=<file.cpp> -P embed.cmake
# Writes a source file that holds the bytes of the files: the table behind cli/serve/page_files.hpp.
cmake_minimum_required(VERSION 3.25)

set(arrays "")
set(rows "")
set(number 0)
foreach(name IN LISTS FILES)
    file(READ "${FOLDER}/${name}" bytes HEX)
    string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND arrays "constexpr char kBytes${number}[] = {\n${bytes}};\n")
    string(APPEND rows "    PageFile{\"${name}\", {kBytes${number}, sizeof kBytes${number}}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/embed.cmake.
#include <array>

#include \"cli/serve/page_files.hpp\"

namespace stancegraph::cli {
namespace {

${arrays}
constexpr std::array kFiles{
${rows}};

}  // namespace

std::span<const PageFile> page_files() {
    return kFiles;
}

}  // namespace stancegraph::cli
")
