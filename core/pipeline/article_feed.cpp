#include "pipeline/article_feed.hpp"

#include <algorithm>
#include <utility>

#include "text/document_names.hpp"

namespace stancegraph {
namespace {

class Feeder {
public:
    Feeder(BuildPlan& plan, const ReadOptions& options, const std::filesystem::path& project_file,
           BuildQueue& queue)
        : plan_(plan), options_(options), store_(project_file, Database::Mode::read), queue_(queue) {}

    void feed(const std::vector<Input>& inputs) {
        for (const Input& input : inputs) {
            ++begun_;
            const auto* kept = plan_.kept(input);
            if (kept == nullptr ? !feed_changed(input) : !feed_kept(*kept)) {
                return;
            }
        }
    }

private:
    /// False when the queue was cancelled; so are all below.
    bool push(BuildJob job) {
        job.inputs = begun_;
        const std::size_t weight = job.content.text.size();
        return queue_.push(std::move(job), weight);
    }

    bool feed_kept(const std::vector<StoredDocument>& documents) {
        for (const StoredDocument& document : documents) {
            Diagnostics diagnostics;
            const std::string name = names_.take(document.own_name, diagnostics);
            const bool is_done = name == document.name && !document.undone.has_value();
            if (is_done && diagnostics.is_empty()) {
                continue;
            }
            if (!push(stored_job(document, name, std::move(diagnostics)))) {
                return false;
            }
        }
        return true;
    }

    bool feed_changed(const Input& input) {
        Diagnostics diagnostics;
        std::vector<Document> documents = read_input(input, options_, diagnostics);
        BuildJob about;
        about.input = {.path = input.path,
                       .name = input.name,
                       .begin = input.begin,
                       .end = input.end,
                       // What was complained about is read, and complained about, each time.
                       .stamp = diagnostics.is_empty() ? input.stamp : FileStamp()};
        about.is_rejected = documents.empty() && diagnostics.has_errors();
        about.diagnostics = std::move(diagnostics);
        if (!push(std::move(about))) {
            return false;
        }
        std::uint32_t position = 0;
        return std::ranges::all_of(
            documents, [&](Document& document) { return feed_read(std::move(document), position++); });
    }

    bool feed_read(Document content, std::uint32_t position) {
        BuildJob job;
        const std::string own_name = content.name;
        content.name = names_.take(own_name, job.diagnostics);
        const std::uint64_t hash = content_hash(content);
        auto stored = plan_.adopt(hash);
        if (stored.has_value()) {
            job = stored_job(*stored, content.name, std::move(job.diagnostics));
        } else {
            job.document = {.content = hash, .undone = Reach::annotation};
            job.document->name = content.name;
            job.content = std::move(content);
        }
        job.document->own_name = own_name;
        job.document->position = position;
        job.document->input = 0;  // that of the input which was begun last
        return push(std::move(job));
    }

    /// What is to be done for a document of the project that is called `name` from now on.
    BuildJob stored_job(const StoredDocument& document, const std::string& name, Diagnostics diagnostics) {
        BuildJob job;
        job.diagnostics = std::move(diagnostics);
        job.document = document;
        if (name != document.name && !document.undone.has_value()) {
            job.document->undone = Reach::matching;
        }
        job.document->name = name;
        if (job.document->undone.has_value()) {
            auto article = store_.article(document.id);
            if (!article.has_value()) {
                throw StoreFault(StoreFault::Kind::damaged, "the text of '" + document.name + "' is missing");
            }
            job.content = std::move(article->document);
            job.content.name = name;
            job.annotation = job.document->undone == Reach::matching ? std::move(article->annotation) : "";
        }
        return job;
    }

    BuildPlan& plan_;
    const ReadOptions& options_;
    Store store_;
    BuildQueue& queue_;
    DocumentNames names_;
    std::uint32_t begun_ = 0;
};

}  // namespace

void feed_articles(BuildPlan& plan, const std::vector<Input>& inputs, const ReadOptions& options,
                   const std::filesystem::path& project_file, BuildQueue& queue) {
    try {
        Feeder(plan, options, project_file, queue).feed(inputs);
    } catch (...) {
        BuildJob job;
        job.failure = std::current_exception();
        queue.push(std::move(job), 0);
    }
    queue.close();
}

}  // namespace stancegraph
