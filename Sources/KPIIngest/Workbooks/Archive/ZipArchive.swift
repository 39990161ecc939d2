import CZip

/// libzip's reader over bytes in memory. All that is unsafe about reading with a C library stays in this file: both
/// pointers are allocated, used and freed here and nowhere else, which is what makes the class safe to others.
@safe
final class ZipArchive {
    struct Entry {
        let name: String
        /// As the archive says; what comes out may be another number of bytes.
        let packedBytes: Int
        let isEncrypted: Bool
        /// Stored or deflated, as spreadsheets do it.
        let isUsualPacking: Bool
    }

    private let archive: OpaquePointer
    /// A copy of the file, because libzip reads on as long as it lives.
    private let input: UnsafeMutableBufferPointer<UInt8>

    /// Nil where the bytes are no whole archive.
    init?(_ bytes: [UInt8]) {
        unsafe input = .allocate(capacity: bytes.count)
        _ = unsafe input.initialize(fromContentsOf: bytes)
        var error = unsafe zip_error_t()
        defer { unsafe zip_error_fini(&error) }
        guard
            let source = unsafe zip_source_buffer_create(input.baseAddress, zip_uint64_t(input.count), 0, &error)
        else {
            unsafe input.deallocate()
            return nil
        }
        guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            unsafe input.deallocate()
            return nil
        }
        unsafe archive = opened
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe input.deallocate()
    }

    var count: Int { unsafe Int(zip_get_num_entries(archive, 0)) }

    /// Nil where the archive says nothing usable about the entry.
    func entry(_ index: Int) -> Entry? {
        var facts = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0, let name = unsafe facts.name else {
            return nil
        }
        return unsafe Entry(
            name: String(cString: name), packedBytes: Int(clamping: facts.comp_size),
            isEncrypted: facts.encryption_method != ZIP_EM_NONE,
            isUsualPacking: Int32(facts.comp_method) == ZIP_CM_STORE || Int32(facts.comp_method) == ZIP_CM_DEFLATE)
    }

    /// Hands over what is in an entry, piece by piece, the last one empty. False where it is damaged; its checksum is
    /// looked at too.
    func read(_ index: Int, _ take: (ArraySlice<UInt8>) throws(WorkbookFlaw) -> Void) throws(WorkbookFlaw) -> Bool {
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else { return false }
        defer { unsafe _ = zip_fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let read = unsafe buffer.withUnsafeMutableBytes {
                unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard read >= 0 else { return false }
            try take(buffer[..<Int(read)])
            if read == 0 { return true }
        }
    }
}
