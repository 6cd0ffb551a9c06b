/**
 * The store: state, ledger and due work in PostgreSQL.
 *
 * <p>{@link no.segl.app.store.Changes} is the only door through which anything is changed: it loads
 * the state, lets {@code core} decide, and commits the new state, the ledger's entries and the next
 * look in one transaction. Everything else here only reads. SQL stands in the method that runs it.
 * The store never sees content, only names, sizes and digests of documents and keys that are
 * wrapped.
 */
@NullMarked
package no.segl.app.store;

import org.jspecify.annotations.NullMarked;
