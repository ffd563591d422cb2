# cmake -DCORE=<core> -DOUTPUT=<file.cpp> -P program_identity.cmake
# Writes the function program_identity() (core/pipeline/program_identity.hpp): a hash of the sources of the stages that
# decide what comes out of reading, of annotation and of matching.
cmake_minimum_required(VERSION 3.25)

function(identity_of result)
    set(digests "")
    foreach(stage IN LISTS ARGN)
        file(GLOB files RELATIVE "${CORE}" "${CORE}/${stage}/*.cpp" "${CORE}/${stage}/*.hpp" "${CORE}/${stage}/*.inc")
        list(SORT files)
        foreach(file IN LISTS files)
            file(SHA256 "${CORE}/${file}" digest)
            string(APPEND digests "${file} ${digest}\n")
        endforeach()
    endforeach()
    string(SHA256 digest "${digests}")
    string(SUBSTRING "${digest}" 0 16 digits)
    set(${result} "0x${digits}U" PARENT_SCOPE)
endfunction()

identity_of(reading base text)
identity_of(annotation annotate)
identity_of(matching pattern ruleset match resolve pipeline)
file(WRITE "${OUTPUT}" "// Written by cmake/program_identity.cmake.
#include \"pipeline/program_identity.hpp\"

namespace stancegraph {

ProgramIdentity program_identity() {
    return {.reading = ${reading}, .annotation = ${annotation}, .matching = ${matching}};
}

}  // namespace stancegraph
")
