# cmake -DTEMPLATE=<page.html> -DSTYLE=<page.css> -DMODULES=<paths> -DOUTPUT=<file.html> -P bundle_page.cmake
# Writes one page that needs no other file: the template with @STYLE@, @SCRIPT@ and the hashes of both, by which its
# content security policy knows them (@STYLE_HASH@, @SCRIPT_HASH@). The modules become one: each is written to stand
# alone, and their lines that import from each other and the words `export` are left out. They must stand in the order
# of their imports and share no name.
cmake_minimum_required(VERSION 3.25)

# The SHA-256 of a text in base64, as policies want it.
function(hash_of text result)
    string(SHA256 digits "${text}")
    string(APPEND digits "00")  # 33 bytes are 44 letters, the last of which stands for nothing
    set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    set(hash "")
    foreach(at RANGE 0 65 3)
        string(SUBSTRING "${digits}" ${at} 3 twelve_bits)
        math(EXPR first "0x${twelve_bits} >> 6")
        math(EXPR second "0x${twelve_bits} & 63")
        foreach(index IN ITEMS ${first} ${second})
            string(SUBSTRING "${alphabet}" ${index} 1 letter)
            string(APPEND hash "${letter}")
        endforeach()
    endforeach()
    string(SUBSTRING "${hash}" 0 43 hash)
    set(${result} "sha256-${hash}=" PARENT_SCOPE)
endfunction()

file(READ "${STYLE}" style)
set(script "")
foreach(path IN LISTS MODULES)
    file(READ "${path}" module)
    string(REGEX REPLACE "(^|\n)import [^\n]*" "\\1" module "${module}")
    string(REGEX REPLACE "(^|\n)export " "\\1" module "${module}")
    string(APPEND script "${module}")
endforeach()
foreach(text IN ITEMS "${style}" "${script}")
    if(text MATCHES "</(style|script)|<!--|@[A-Z_]+@")
        message(FATAL_ERROR "${TEMPLATE}: its style sheet and modules must not hold ${CMAKE_MATCH_0}")
    endif()
endforeach()
string(PREPEND style "\n")
string(PREPEND script "\n")
hash_of("${style}" style_hash)
hash_of("${script}" script_hash)

file(READ "${TEMPLATE}" page)
string(REPLACE "@STYLE_HASH@" "${style_hash}" page "${page}")
string(REPLACE "@SCRIPT_HASH@" "${script_hash}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
string(REPLACE "@SCRIPT@" "${script}" page "${page}")
file(WRITE "${OUTPUT}" "${page}")
