internal import CSpawn

/// What is written at one end is read at the other.
struct Pipe: ~Copyable {
    let reading: OpenFile
    let writing: OpenFile

    init() throws(FileTrouble) {
        var ends: [Int32] = [-1, -1]
        guard unsafe cspawn_pipe(&ends) == 0 else { throw .last() }
        reading = OpenFile(taking: ends[0])
        writing = OpenFile(taking: ends[1])
    }

    /// Closes the other end.
    consuming func takeReading() -> OpenFile { reading }
}
