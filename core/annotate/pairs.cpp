#include "annotate/pairs.hpp"

namespace stancegraph::annotate {

std::vector<TokenIndex> find_partners(std::string_view text, const Annotation& annotation) {
    std::vector<TokenIndex> partners(annotation.span.size(), kNoToken);
    std::vector<TokenIndex> open;
    for (const Paragraph& paragraph : annotation.paragraphs) {
        open.clear();
        for (TokenIndex index = paragraph.tokens.begin; index < paragraph.tokens.end; ++index) {
            const char byte = text[annotation.span[index].begin];
            if (annotation.span[index].size() != 1) {
                continue;
            }
            if (byte == '(' || byte == '[') {
                open.push_back(index);
            } else if ((byte == ')' || byte == ']') && !open.empty()) {
                partners[open.back()] = index;
                partners[index] = open.back();
                open.pop_back();
            }
        }
    }
    for (const Quotation& quotation : annotation.quotations) {
        if (!quotation.is_open) {
            partners[quotation.tokens.begin] = quotation.tokens.end - 1;
            partners[quotation.tokens.end - 1] = quotation.tokens.begin;
        }
    }
    return partners;
}

}  // namespace stancegraph::annotate
