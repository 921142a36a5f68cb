#include "learner/learn.hpp"

#include "analyzers/analyzer.hpp"
#include "api/errors.hpp"
#include "izde/izde.hpp"

namespace izde {

LearnReport learn_translations(const std::vector<std::string>& parallel, const std::string& out) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        const learner::LearnReport report = learner::learn(
            std::vector<std::filesystem::path>(parallel.begin(), parallel.end()), out, analyzer);
        return LearnReport{report.pairs, report.kazakh_words, report.russian_words, report.translations};
    });
}

}  // namespace izde
