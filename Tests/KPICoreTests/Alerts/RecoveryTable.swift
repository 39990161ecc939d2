/// What becomes of an alert that has fired, by the ways in which a rule may ask it to stay clear; read as
/// ``LifecycleTable``. The moment lies an hour after it fired or cleared, in the same period.
enum RecoveryTable {
    static let text = """
        phase               | judgement      | no wait                             | 2 periods                             | 2 hours                               | 1 working day
        firing warning      | info           | firing info severity_lowered        | firing info severity_lowered          | firing info severity_lowered          | firing info severity_lowered
        firing warning      | warning        | =                                   | =                                     | =                                     | =
        firing warning      | critical       | firing critical severity_raised     | firing critical severity_raised       | firing critical severity_raised       | firing critical severity_raised
        firing warning      | between        | firing info severity_lowered        | firing info severity_lowered          | firing info severity_lowered          | firing info severity_lowered
        firing warning      | clear          | resolved warning condition_cleared  | recovering warning condition_cleared  | recovering warning condition_cleared  | recovering warning condition_cleared
        firing warning      | unknown, keep  | =                                   | =                                     | =                                     | =
        firing warning      | unknown, alert | =                                   | =                                     | =                                     | =
        firing warning      | failed         | =                                   | =                                     | =                                     | =
        firing critical     | info           | firing info severity_lowered        | firing info severity_lowered          | firing info severity_lowered          | firing info severity_lowered
        firing critical     | warning        | firing warning severity_lowered     | firing warning severity_lowered       | firing warning severity_lowered       | firing warning severity_lowered
        firing critical     | critical       | =                                   | =                                     | =                                     | =
        firing critical     | between        | firing info severity_lowered        | firing info severity_lowered          | firing info severity_lowered          | firing info severity_lowered
        firing critical     | clear          | resolved critical condition_cleared | recovering critical condition_cleared | recovering critical condition_cleared | recovering critical condition_cleared
        firing critical     | unknown, keep  | =                                   | =                                     | =                                     | =
        firing critical     | unknown, alert | =                                   | =                                     | =                                     | =
        firing critical     | failed         | =                                   | =                                     | =                                     | =
        recovering warning  | info           | firing info condition_returned      | firing info condition_returned        | firing info condition_returned        | firing info condition_returned
        recovering warning  | warning        | firing warning condition_returned   | firing warning condition_returned     | firing warning condition_returned     | firing warning condition_returned
        recovering warning  | critical       | firing critical condition_returned  | firing critical condition_returned    | firing critical condition_returned    | firing critical condition_returned
        recovering warning  | between        | firing info clear_ended             | firing info clear_ended               | firing info clear_ended               | firing info clear_ended
        recovering warning  | clear          | resolved warning stayed_clear       | =                                     | =                                     | =
        recovering warning  | unknown, keep  | =                                   | =                                     | =                                     | =
        recovering warning  | unknown, alert | firing warning data_missing         | firing warning data_missing           | firing warning data_missing           | firing warning data_missing
        recovering warning  | failed         | =                                   | =                                     | =                                     | =
        recovering critical | info           | firing info condition_returned      | firing info condition_returned        | firing info condition_returned        | firing info condition_returned
        recovering critical | warning        | firing warning condition_returned   | firing warning condition_returned     | firing warning condition_returned     | firing warning condition_returned
        recovering critical | critical       | firing critical condition_returned  | firing critical condition_returned    | firing critical condition_returned    | firing critical condition_returned
        recovering critical | between        | firing info clear_ended             | firing info clear_ended               | firing info clear_ended               | firing info clear_ended
        recovering critical | clear          | resolved critical stayed_clear      | =                                     | =                                     | =
        recovering critical | unknown, keep  | =                                   | =                                     | =                                     | =
        recovering critical | unknown, alert | firing critical data_missing        | firing critical data_missing          | firing critical data_missing          | firing critical data_missing
        recovering critical | failed         | =                                   | =                                     | =                                     | =
        """

    static let rows = LifecycleTable.rows(of: text)
}
