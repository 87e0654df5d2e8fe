using NumSharp;

namespace KerasSharp.Engines;

/// <summary>A compiled function. It may be run from many threads at once.</summary>
public interface IExecutable : IDisposable
{
    /// <summary>Runs it once.</summary>
    /// <param name="inputs">Values of the placeholders, in order and of their types.</param>
    /// <returns>The outputs, in order.</returns>
    /// <exception cref="ArgumentException">An input has the wrong type, rank or length; nothing was run.</exception>
    NDArray[] Run(IReadOnlyList<NDArray> inputs);
}
