using System.Globalization;

namespace KerasSharp.Formats.Pickle;

/// <summary>Carries out a pickle's instructions. It builds values and calls nothing: what a pickle names as a function is looked up in a list of a few that only make data.</summary>
internal sealed class PickleMachine
{
    private const int NewestProtocol = 5;

    private readonly PickleReader reader;
    private readonly PickleScalars scalars;
    private readonly PickleStack stack;
    private readonly PickleContainers containers;
    private readonly PickleGlobals globals;
    private readonly Dictionary<long, object?> memo = [];

    public PickleMachine(PickleReader reader, PickleOptions options)
    {
        this.reader = reader;
        scalars = new PickleScalars(reader, options);
        stack = new PickleStack(reader);
        containers = new PickleContainers(reader, stack);
        globals = new PickleGlobals(reader);
    }

    /// <summary>Carries out everything up to STOP and gives the value that is left.</summary>
    public object? Run()
    {
        for (var opcode = reader.Opcode(); opcode != PickleOpcode.Stop; opcode = reader.Opcode())
            Step(opcode);
        return stack.Pop();
    }

    private void Step(PickleOpcode opcode)
    {
        if (scalars.TryRead(opcode, out object? value))
            stack.Push(value);
        else if (!containers.TryApply(opcode) && !TryMemo(opcode) && !TryCall(opcode) && !TryFraming(opcode))
            throw Refused(opcode);
    }

    private bool TryFraming(PickleOpcode opcode)
    {
        if (opcode == PickleOpcode.Frame)
            reader.Size64();
        else if (opcode != PickleOpcode.Proto)
            return false;
        else if (reader.Byte() is > NewestProtocol and var protocol)
            throw reader.Error($"the pickle is of protocol {protocol}; 0 to {NewestProtocol} are read.");
        return true;
    }

    private bool TryMemo(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Memoize:
                memo[memo.Count] = stack.Peek();
                return true;
            case PickleOpcode.Put or PickleOpcode.BinPut or PickleOpcode.LongBinPut:
                memo[Index(opcode)] = stack.Peek();
                return true;
            case PickleOpcode.Get or PickleOpcode.BinGet or PickleOpcode.LongBinGet:
                stack.Push(Remembered(Index(opcode)));
                return true;
            default:
                return false;
        }
    }

    private object? Remembered(long index) =>
        memo.TryGetValue(index, out object? value)
            ? value
            : throw reader.Error($"nothing was put under the number {index} that is asked for.");

    private long Index(PickleOpcode opcode) =>
        opcode switch
        {
            PickleOpcode.BinPut or PickleOpcode.BinGet => reader.Byte(),
            PickleOpcode.LongBinPut or PickleOpcode.LongBinGet => (uint)reader.Int32(),
            _ when long.TryParse(reader.Line(), NumberStyles.None, CultureInfo.InvariantCulture, out long index) => index,
            _ => throw reader.Error("expected the number of a remembered value."),
        };

    private bool TryCall(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Global:
                stack.Push(globals.Find(PickleText.Line(reader), PickleText.Line(reader)));
                return true;
            case PickleOpcode.StackGlobal:
                object?[] names = stack.Pop(2);
                stack.Push(globals.Find(PickleText.Of(names[0], reader), PickleText.Of(names[1], reader)));
                return true;
            case PickleOpcode.Reduce:
                object?[] call = stack.Pop(2);
                stack.Push(globals.Call(call[0], call[1]));
                return true;
            case PickleOpcode.Build:
                object? state = stack.Pop();
                Build(stack.Peek(), state);
                return true;
            default:
                return false;
        }
    }

    private void Build(object? target, object? state)
    {
        if (target is not IPickledState built || state is not object?[] values)
            throw reader.Error(
                $"expected a NumPy array or dtype whose state is a tuple, got {PickleText.Kind(target)} and {PickleText.Kind(state)}."
            );
        built.SetState(values, reader);
    }

    private FileFormatException Refused(PickleOpcode opcode) =>
        opcode switch
        {
            PickleOpcode.Inst or PickleOpcode.Obj or PickleOpcode.NewObj or PickleOpcode.NewObjEx => reader.Error(
                $"the pickle makes an object of a class ({opcode}), which would run the class's code; only plain data and NumPy arrays are read."
            ),
            PickleOpcode.Ext1 or PickleOpcode.Ext2 or PickleOpcode.Ext4 or PickleOpcode.PersId or PickleOpcode.BinPersId => reader.Error(
                $"the pickle refers to something outside of it ({opcode}) that only the program that wrote it knows."
            ),
            PickleOpcode.EmptySet or PickleOpcode.AddItems or PickleOpcode.FrozenSet => reader.Error(
                "the pickle holds a set; lists, tuples and dictionaries are read. Write it as a list."
            ),
            PickleOpcode.NextBuffer or PickleOpcode.ReadOnlyBuffer => reader.Error(
                "the pickle's arrays are in buffers outside of it (buffer_callback). Write it without."
            ),
            _ => reader.Error($"0x{(byte)opcode:X2} is no instruction of a pickle; this is no pickle, or it is damaged."),
        };
}
