using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

public sealed unsafe class ThreadsTests
{
    private const long Many = 1000;

    [TestCase(1L, 1L)]
    [TestCase(1L, 0L)]
    [TestCase(7L, 100L)]
    [TestCase(100L, 100L)]
    [TestCase(101L, 100L)]
    [TestCase(1000L, 1L)]
    [TestCase(100_003L, 64L)]
    public void EveryIndexIsVisitedOnce(long count, long grain)
    {
        var byStruct = new int[count];
        var byAction = new int[count];
        fixed (int* pointer = byStruct)
            Threads.ParallelFor(count, grain, new Visit(pointer));
        Threads.For(
            count,
            grain,
            (begin, end) =>
            {
                for (long i = begin; i < end; i++)
                    Interlocked.Increment(ref byAction[i]);
            }
        );
        Assert.That(byStruct, Is.All.EqualTo(1));
        Assert.That(byAction, Is.All.EqualTo(1));
    }

    [Test]
    public void NoItemsMeanNoCall()
    {
        int calls = 0;
        Threads.For(0, 1, (_, _) => calls++);
        Threads.ParallelFor(0, 1, new Fail(0));
        Assert.That(calls, Is.Zero);
    }

    [Test]
    public void NoMoreThanTheGrainRunInOneCallOnTheCallingThread()
    {
        var ranges = new List<(long, long, int)>();
        Threads.For(Many, Many, (begin, end) => ranges.Add((begin, end, Environment.CurrentManagedThreadId)));
        Assert.That(ranges, Is.EqualTo(new[] { (0L, Many, Environment.CurrentManagedThreadId) }));
    }

    [Test]
    public void TheLastRangeMayBeShorterAndNoneIsEmpty()
    {
        var lengths = new System.Collections.Concurrent.ConcurrentBag<long>();
        Threads.For(Many + 1, 10, (begin, end) => lengths.Add(end - begin));
        Assert.That(lengths.Sum(), Is.EqualTo(Many + 1));
        Assert.That(lengths, Is.All.GreaterThan(0));
        Assert.That(lengths, Has.Count.LessThanOrEqualTo(Math.Max(1, Threads.Count)));
    }

    [TestCase(0L)]
    [TestCase(Many - 1)]
    public void AnExceptionOfABodyReachesTheCaller(long at)
    {
        var ofStruct = Assert.Throws<InvalidOperationException>(() => Threads.ParallelFor(Many, 1, new Fail(at)))!;
        var ofAction = Assert.Throws<InvalidOperationException>(() => Threads.For(Many, 1, new Fail(at).Run))!;
        var onThisThread = Assert.Throws<InvalidOperationException>(() => Threads.ParallelFor(Many, Many, new Fail(at)))!;
        Assert.That(new[] { ofStruct.Message, ofAction.Message, onThisThread.Message }, Is.All.EqualTo($"index {at}"));
        EveryIndexIsVisitedOnce(Many, 1);
    }

    [Test]
    public void ExceptionsOfAllRangesAreOne() =>
        Assert.Throws<InvalidOperationException>(() =>
            Threads.For(Many, 1, (begin, _) => throw new InvalidOperationException($"from {begin}"))
        );

    [Test]
    public void ABodyMaySpreadWorkItself()
    {
        var visits = new int[40 * 50];
        Threads.For(
            40,
            1,
            (begin, end) =>
            {
                for (long outer = begin; outer < end; outer++)
                {
                    long row = outer * 50;
                    Threads.For(
                        50,
                        1,
                        (first, last) =>
                        {
                            for (long i = first; i < last; i++)
                                Interlocked.Increment(ref visits[row + i]);
                        }
                    );
                }
            }
        );
        Assert.That(visits, Is.All.EqualTo(1));
    }

    [Test]
    public void AnExceptionOfAnInnerBodyReachesTheOuterCaller()
    {
        var failure = Assert.Throws<InvalidOperationException>(() =>
            Threads.For(8, 1, (_, _) => Threads.ParallelFor(Many, 1, new Fail(Many / 2)))
        )!;
        Assert.That(failure.Message, Is.EqualTo($"index {Many / 2}"));
    }

    [Test]
    public void SeveralThreadsMayCallAtOnce()
    {
        var callers = Enumerable
            .Range(0, 4)
            .Select(_ => Task.Factory.StartNew(() => EveryIndexIsVisitedOnce(5000, 16), TaskCreationOptions.LongRunning));
        Assert.DoesNotThrow(() => Task.WaitAll([.. callers]));
    }

    [Test]
    public void NothingIsAllocated()
    {
        int[] visits = new int[Many];
        Action<long, long> action = (begin, end) => visits[begin] = visits[end - 1];
        fixed (int* pointer = visits)
        {
            var body = new Visit(pointer);
            for (int i = 0; i < 3; i++)
                CallBoth(body, action);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
                CallBoth(body, action);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }
    }

    private static void CallBoth(in Visit body, Action<long, long> action)
    {
        Threads.ParallelFor(Many, 1, body);
        Threads.ParallelFor(Many, Many, body);
        Threads.For(Many, 1, action);
        Threads.For(Many, Many, action);
    }

    private readonly struct Visit(int* visits) : IRangeBody
    {
        private readonly int* _visits = visits;

        public void Run(long begin, long end)
        {
            for (long i = begin; i < end; i++)
                Interlocked.Increment(ref _visits[i]);
        }
    }

    private readonly struct Fail(long at) : IRangeBody
    {
        public void Run(long begin, long end)
        {
            if (begin <= at && at < end)
                throw new InvalidOperationException($"index {at}");
        }
    }
}
