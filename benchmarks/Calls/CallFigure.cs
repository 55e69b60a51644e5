namespace Peeker.Benchmarks.Calls;

/// <summary>What one call took of the client's process.</summary>
/// <param name="Cpu">Processor time.</param>
/// <param name="Bytes">Allocated by all threads.</param>
/// <param name="Rate">Calls in a second.</param>
internal readonly record struct CallFigure(double Cpu, double Bytes, double Rate);
