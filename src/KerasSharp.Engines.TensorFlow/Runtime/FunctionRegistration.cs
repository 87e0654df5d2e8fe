using KerasSharp.Engines.TensorFlow.Native;
using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>
/// Functions that TensorFlow's context knows by their names. They are forgotten when this is disposed or dropped, yet not before calls end that hold it.
/// </summary>
internal sealed class FunctionRegistration : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly EagerContext context;
    private readonly List<string> names = [];

    /// <summary>No functions yet.</summary>
    public FunctionRegistration(EagerContext context)
        : base(ownsHandle: true)
    {
        this.context = context;
        SetHandle(context.Handle);
    }

    /// <summary>Makes a function known.</summary>
    /// <exception cref="TensorFlowException">TensorFlow refuses it.</exception>
    public void Add(string name, FunctionHandle function)
    {
        context.Add(function);
        names.Add(name);
    }

    /// <summary>Keeps the functions for a call, until the result is disposed.</summary>
    /// <exception cref="ObjectDisposedException">They are forgotten already.</exception>
    public Hold ForCall() => new(this);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        foreach (var name in names)
            context.Remove(name);
        return true;
    }

    /// <summary>Keeps functions from being forgotten.</summary>
    internal readonly ref struct Hold
    {
        private readonly FunctionRegistration functions;

        public Hold(FunctionRegistration functions)
        {
            bool added = false;
            functions.DangerousAddRef(ref added);
            this.functions = functions;
        }

        public void Dispose() => functions.DangerousRelease();
    }
}
