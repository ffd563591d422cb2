# cmake -DPROGRAM=<path> -DCODE=<expected exit code> -DARGUMENTS=<list> -P run_program.cmake
# Runs the program; fails where it ends with another code, prints to standard error although all is well, or prints
# nothing there although something is wrong.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${PROGRAM} ${ARGUMENTS} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE errors)
if(NOT code STREQUAL CODE)
    message(FATAL_ERROR "exit code ${code} instead of ${CODE}\n${output}\n${errors}")
endif()
if(CODE EQUAL 0 AND NOT errors STREQUAL "")
    message(FATAL_ERROR "standard error should be empty:\n${errors}")
endif()
if(NOT CODE EQUAL 0 AND errors STREQUAL "")
    message(FATAL_ERROR "standard error should say what is wrong")
endif()
