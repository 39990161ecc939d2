import CZip
import Glibc

/// Packs files into an archive in memory, with libzip. The same files give the same bytes: their time is fixed, and so
/// is how hard they are packed.
package enum ZipWriter {
    /// Nil where libzip has no memory, or a name comes twice.
    package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
        var error = unsafe zip_error_t()
        defer { unsafe zip_error_fini(&error) }
        guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
        defer { unsafe zip_source_free(target) }
        guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else { return nil }
        // The archive frees its source when it is closed, and the result is read from that source afterwards.
        unsafe zip_source_keep(target)
        guard files.allSatisfy({ unsafe add($0.name, $0.bytes, to: archive) }), unsafe zip_close(archive) == 0 else {
            unsafe zip_discard(archive)
            return nil
        }
        return unsafe contents(of: target)
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
        // libzip reads the bytes when the archive is closed, and frees this copy of them with its source.
        guard let copy = unsafe malloc(max(bytes.count, 1)) else { return false }
        unsafe bytes.withUnsafeBytes { if let start = $0.baseAddress { unsafe memcpy(copy, start, $0.count) } }
        guard let source = unsafe zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            unsafe free(copy)
            return false
        }
        let index = unsafe zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            unsafe zip_source_free(source)
            return false
        }
        let place = zip_uint64_t(index)
        return unsafe zip_file_set_dostime(archive, place, 0, firstDay, 0) == 0
            && zip_set_file_compression(archive, place, zip_int32_t(ZIP_CM_DEFLATE), 6) == 0
    }

    /// 1980-01-01, the first that an archive can hold.
    private static let firstDay: zip_uint16_t = 0x21

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        guard unsafe zip_source_open(source) == 0 else { return nil }
        defer { unsafe _ = zip_source_close(source) }
        guard unsafe zip_source_seek(source, 0, SEEK_END) == 0 else { return nil }
        let size = unsafe Int(zip_source_tell(source))
        guard size >= 0, unsafe zip_source_seek(source, 0, SEEK_SET) == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        let read = unsafe bytes.withUnsafeMutableBytes {
            unsafe zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
        }
        return Int(read) == size ? bytes : nil
    }
}
