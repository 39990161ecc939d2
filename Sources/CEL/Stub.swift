// Stands in until the engine is merged.
package struct Program: Sendable {}
