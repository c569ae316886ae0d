package dev.backstep.reads.cache;

/** Counts what a cache spares the database. */
public interface CacheListener {
  /** The value was there and young enough, or somebody else was refreshing it. */
  void hit();

  /** There was no value. */
  void miss();

  /** The database was asked. */
  void refreshed();

  /** The database was not asked, though it would have been: somebody else is at it. */
  void stampedePrevented();

  /** A refresher came too late and wrote nothing. */
  void fenced();

  /** Nobody counts. */
  static CacheListener none() {
    return new CacheListener() {
      @Override
      public void hit() {}

      @Override
      public void miss() {}

      @Override
      public void refreshed() {}

      @Override
      public void stampedePrevented() {}

      @Override
      public void fenced() {}
    };
  }
}
