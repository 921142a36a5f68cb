#include "learner/learn.hpp"

#include "analyzers/analyzer.hpp"
#include "api/errors.hpp"
#include "izde/izde.hpp"

namespace izde {

LearnReport learn_translations(const std::vector<std::string>& parallel, const std::string& out,
                               const std::string& index) {
    return api::guarded([&] {
        const analyzers::Analyzer analyzer;
        learner::LearnInput input;
        input.parallel.assign(parallel.begin(), parallel.end());
        if (!index.empty()) input.indexes.emplace_back(index);
        const learner::LearnReport report = learner::learn(input, out, analyzer);
        return LearnReport{report.pairs, report.kazakh_words, report.russian_words, report.acts,
                           report.translations};
    });
}

}  // namespace izde
