import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

struct OpenSDGFrontMatterTests {
    private func read(_ text: String) -> (indicator: OpenSDGIndicator?, told: [String]) {
        let (indicator, diagnostics) = OpenSDGFrontMatter.read(
            SourceText(name: "meta/4-2-1.md", text: text), indicator: "4-2-1")
        return (indicator, diagnostics.map { "\($0.place?.description ?? "") \($0.id.name)" })
    }

    @Test func whatIsSaidOfTheAssessment() {
        let (indicator, told) = read(
            """
            ---
            indicator_name: 'Early learning'
            graph_titles: [{title: x}]
            computation_units: ''
            progress_calculation_options:
            - direction: positive
              target: '80'
              target_year: 2028
              base_year: ''
              limit: 100
              unit: Percent
              disaggregation:
              - {field: Sex, value: Female}
              - {field: Region, value: ''}
            - direction: ''
              series: Wages
            ---
            # Text with: anything
            """)
        #expect(told == [])
        #expect(
            indicator
                == OpenSDGIndicator(
                    id: "4-2-1", name: "Early learning",
                    series: [
                        OpenSDGSeries(
                            indicator: "4-2-1", isMoreBetter: true, target: 80, targetYear: 2028, limit: 100,
                            unit: "Percent", disaggregation: [.init("Sex", "Female"), .init("Region", nil)]),
                        OpenSDGSeries(indicator: "4-2-1", series: "Wages"),
                    ]))
        #expect(indicator?.series[1].baseYear == 2015 && indicator?.series[1].targetYear == 2030)
    }

    @Test func anIndicatorThatIsNotAssessed() {
        #expect(read("---\nindicator_name: x\n---\n").indicator?.series == [])
    }

    @Test func mistakesHaveTheirPlace() {
        #expect(read("indicator_name: x\n").told == ["meta/4-2-1.md:1:1 no-front-matter"])
        let (indicator, told) = read(
            """
            ---
            progress_calculation_options:
            - direction: upwards
              target: many
              base_year: '15'
            ---
            """)
        #expect(indicator == nil)
        #expect(
            told == [
                "meta/4-2-1.md:3:14 unknown-word", "meta/4-2-1.md:4:11 wrong-type", "meta/4-2-1.md:5:14 wrong-type",
            ])
    }
}
