using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests.Running;

/// <summary>Many threads at once.</summary>
public sealed class ThreadTests
{
    private const int Threads = 16;
    private const int Runs = 200;

    [Test]
    public void OneFunctionRunsOnManyThreads()
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(-1, 4));
        using var function = TheEngine.Current.Compile([input], [Op.Square(input), Op.Sum(input, Op.Ints(0, 1))], []);
        OnThreads(thread =>
        {
            for (int run = 0; run < Runs; run++)
            {
                int rows = 1 + (thread + run) % 5;
                var results = function.Run([Arrays.Filled(Shape.Of(rows, 4), thread)]);
                Assert.That(Arrays.Elements(results[0]), Is.All.EqualTo((float)thread * thread).And.Exactly(rows * 4).Items);
                Assert.That(Arrays.Elements(results[1]), Is.EqualTo(new[] { 4f * rows * thread }));
            }
        });
    }

    /// <summary>One thread adds while others read: every read sees some whole state.</summary>
    [Test]
    public void VariablesAreUpdatedWhileOthersReadThem()
    {
        var engine = TheEngine.Current;
        var variable = Arrays.Variable(Shape.Of(1000), 0);
        using var add = engine.Compile([], [], [(variable, variable.Read() + 1)]);
        using var read = engine.Compile([], [variable.Read()], []);
        OnThreads(thread =>
        {
            for (int run = 0; run < Runs; run++)
                if (thread == 0)
                    add.Run([]);
                else
                    AssertWhole(Arrays.Elements(thread % 2 == 0 ? read.Run([])[0] : engine.GetValue(variable)));
        });
        Assert.That(Arrays.Elements(engine.GetValue(variable)), Is.All.EqualTo(Runs));
    }

    [Test]
    public void VariablesGetTheirFirstValueOnce()
    {
        var engine = TheEngine.Current;
        var variable = Arrays.Variable(Shape.Of(3), 2);
        using var read = engine.Compile([], [variable.Read()], []);
        OnThreads(_ => Assert.That(Arrays.Elements(read.Run([])[0]), Is.All.EqualTo(2f)));
    }

    [Test]
    public void FunctionsAreCompiledAndDroppedOnManyThreads()
    {
        var engine = TheEngine.Current;
        OnThreads(thread =>
        {
            for (int run = 0; run < 10; run++)
            {
                var input = Op.Placeholder(DType.Float32, Shape.Of(2));
                using var function = engine.Compile([input], [input * (double)thread], []);
                Assert.That(Arrays.Elements(function.Run([Arrays.Filled(Shape.Of(2), 3)])[0]), Is.All.EqualTo(3f * thread));
            }
        });
    }

    /// <summary>A run holds what it needs, so that it ends well or says that the function is gone.</summary>
    [Test]
    public void AFunctionIsDisposedWhileOthersRunIt()
    {
        var input = Op.Placeholder(DType.Float32, Shape.Of(100));
        var function = TheEngine.Current.Compile([input], [Op.Exp(input)], []);
        var value = Arrays.Filled(Shape.Of(100), 0);
        OnThreads(thread =>
        {
            try
            {
                for (int run = 0; run < Runs; run++)
                    if (thread == 0 && run == Runs / 2)
                        function.Dispose();
                    else
                        Assert.That(Arrays.Elements(function.Run([value])[0]), Is.All.EqualTo(1f));
            }
            catch (ObjectDisposedException)
            {
                // Said as it should be; any other error fails the test.
            }
        });
        Assert.Throws<ObjectDisposedException>(() => function.Run([value]));
    }

    private static void AssertWhole(float[] elements)
    {
        if (Array.Exists(elements, element => element != elements[0]))
            Assert.Fail("A read saw a part of an update.");
    }

    private static void OnThreads(Action<int> action)
    {
        var errors = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() => Guarded(i))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.That(errors, Is.Empty);

        void Guarded(int thread)
        {
            try
            {
                action(thread);
            }
            catch (Exception e)
            {
                errors.Enqueue(e);
            }
        }
    }
}
