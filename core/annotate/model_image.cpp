#include <cstdlib>

#include "annotate/model.hpp"

// The assembler copies the file into the program as it is; the compiler never sees its bytes.
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    ".global stancegraph_english_model\n"
    "stancegraph_english_model:\n"
    ".incbin \"" STANCEGRAPH_MODEL_FILE
    "\"\n"
    ".global stancegraph_english_model_end\n"
    "stancegraph_english_model_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const char stancegraph_english_model[];
extern const char stancegraph_english_model_end[];
}

namespace stancegraph {

const Model& Model::built_in() {
    static const Model model = [] {
        std::string problem;
        const auto size = static_cast<std::size_t>(stancegraph_english_model_end - stancegraph_english_model);
        std::optional<Model> loaded = view({stancegraph_english_model, size}, problem);
        if (!loaded) {
            std::abort();  // The program was built around a broken file: a mistake of the build, not of the
                           // user.
        }
        return std::move(*loaded);
    }();
    return model;
}

}  // namespace stancegraph
