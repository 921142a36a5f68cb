/// How fast queries are answered, beside a bare Xapian loop on the same index that is given the stems: BM25,
/// ten hits, their data read. The queries are titles of the index's own works, or the first words of works
/// that have none. The first stage is what finds: analysis, the plan and ten matches. Our plain answer
/// includes parsing, exact totals and the second stage; the next one snippets too; the last thesaurus,
/// translations and facets.
///
///     query_rate DB [QUERIES]
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "izde/izde.hpp"
#include "searcher/planner.hpp"
#include "searcher/searcher.hpp"
#include "store/codec.hpp"
#include "store/index.hpp"
#include "store/terms.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using namespace izde;

/// A question of a few words, as people ask them.
constexpr std::size_t kWords = 4;

std::string first_words(const std::string& data, const analyzers::Analyzer& analyzer) {
    constexpr std::size_t kBytes = 400;
    std::string text;
    store::decode_beginning(data, kBytes, text);
    std::string query;
    std::size_t count = 0;
    analyzers::TokenStream tokens = analyzer.analyze(text, analyzers::Language::unknown);
    while (count < kWords && tokens.next()) {
        const analyzers::Token& token = tokens.token();
        if (token.is_stopword || token.kind != analyzers::TokenKind::word) continue;
        query += (count++ == 0 ? "" : " ") + std::string(token.exact);
    }
    return query;
}

/// Of works spread over the whole index.
std::vector<std::string> read_queries(const Xapian::Database& database, const analyzers::Analyzer& analyzer,
                                      std::size_t count) {
    std::vector<std::string> queries;
    const Xapian::docid step =
        std::max<Xapian::docid>(1, database.get_lastdocid() / static_cast<Xapian::docid>(count));
    for (Xapian::docid docid = 1; docid <= database.get_lastdocid() && queries.size() < count;
         docid += step) {
        try {
            const Xapian::Document document = database.get_document(docid);
            std::string query = document.get_value(store::kTitleSlot);
            if (query.empty()) query = first_words(document.get_data(), analyzer);
            if (!query.empty()) queries.push_back(std::move(query));
        } catch (const Xapian::DocNotFoundError&) {
        }
    }
    return queries;
}

template <typename Run>
std::vector<double> time_each(const std::vector<std::string>& queries, Run&& run) {
    std::vector<double> times;
    for (const std::string& query : queries) {
        const auto start = Clock::now();
        run(query);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::ranges::sort(times);
    return times;
}

double print(const char* name, const std::vector<double>& times) {
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-28s p50 %7.2f ms  p95 %7.2f ms  p99 %7.2f ms\n", name, at(0.5), at(0.95), at(0.99));
    return at(0.5);
}

int measure(const std::string& path, std::size_t count) {
    const auto cold = Clock::now();
    const analyzers::Analyzer analyzer;
    const searcher::Searcher searcher(path, analyzer);
    searcher::Request request;
    Xapian::Database database = store::open_for_reading(path, analyzer.fingerprint());
    const std::vector<std::string> queries = read_queries(database, analyzer, count);
    if (queries.empty()) throw std::runtime_error("the index holds no words");
    request.operators = false;
    request.query = queries.front();
    searcher.search(request);
    std::printf("%-28s %7.2f ms\n", "cold: open and one answer",
                std::chrono::duration<double, std::milli>(Clock::now() - cold).count());

    const auto bare = [&](const std::string& query) {
        const searcher::Plan plan =
            searcher::plan_query(searcher::plain_words(query), analyzer, database, {});
        std::vector<std::string> terms;
        for (const searcher::QueryWord& word : plan.words) terms.push_back(store::stem_term(word.stem));
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
        const Xapian::MSet matches = enquire.get_mset(0, 10);
        std::size_t bytes = 0;
        for (auto match = matches.begin(); match != matches.end(); ++match)
            bytes += match.get_document().get_data().size();
        return bytes;
    };
    const auto first_stage = [&](const std::string& query) {
        const searcher::Plan plan =
            searcher::plan_query(searcher::plain_words(query), analyzer, database, {});
        Xapian::Enquire enquire(database);
        enquire.set_query(plan.query);
        return enquire.get_mset(0, 10).size();
    };
    const izde::Searcher whole(path);
    const auto everything = [&](const std::string& query) {
        izde::SearchRequest all;
        all.query = query;
        all.operators = false;
        all.facets = true;
        return whole.search(all).hits.size();
    };
    const auto ours = [&](std::size_t snippets) {
        return [&, snippets](const std::string& query) {
            request.query = query;
            request.snippets = snippets;
            return searcher.search(request).hits.size();
        };
    };
    time_each(queries, bare);  // warms the page cache for all alike
    const double floor = print("bare Xapian", time_each(queries, bare));
    const double first = print("izde, first stage", time_each(queries, first_stage));
    const double plain = print("izde, without snippets", time_each(queries, ours(0)));
    print("izde, with snippets", time_each(queries, ours(3)));
    print("izde, everything on", time_each(queries, everything));
    std::printf("beside the bare loop: first stage %.2f times, plain answer %.1f times (%zu queries)\n",
                first / floor, plain / floor, queries.size());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 2 || argc > 3) throw std::runtime_error("usage: query_rate DB [QUERIES]");
        return measure(argv[1], argc == 3 ? std::stoul(argv[2]) : 300);
    } catch (const std::exception& error) {
        std::cerr << "query_rate: " << error.what() << '\n';
        return 1;
    }
}
