package no.segl.client;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to send: one content to one or more recipients.
 *
 * @param key made by you and kept with the case: sent again with the same key, it is the same
 *     dispatch and no second letter
 */
public record Dispatch(String key, Map<String, Object> metadata, List<Document> documents) {

    public Dispatch {
        metadata = Map.copyOf(metadata);
        documents = List.copyOf(documents);
    }

    /**
     * A file to send, as it is on the disk.
     *
     * @param name as the recipient sees it
     * @param sealed for the named case worker alone
     */
    public record Document(Path file, String name, boolean sealed) {}

    /** Begins one; {@code key} is 1 to 100 visible ASCII characters. */
    public static Builder withKey(String key) {
        return new Builder(key);
    }

    /** Puts one together; Segl says what is missing. */
    public static final class Builder {
        private final String key;
        private final Map<String, Object> metadata = new LinkedHashMap<>();
        private final Map<String, Object> references = new LinkedHashMap<>();
        private final List<Document> documents = new ArrayList<>();

        private Builder(String key) {
            this.key = requireNonNull(key);
        }

        /** Who sends: your organisation, or a unit beneath it. */
        public Builder from(String organisation) {
            metadata.put("sender", organisation);
            return this;
        }

        /** Who gets a letter each. */
        public Builder to(String... organisations) {
            metadata.put("recipients", List.of(organisations));
            return this;
        }

        /** What it is about, which decides who at the recipient may read it. */
        public Builder category(String code) {
            metadata.put("category", code);
            return this;
        }

        /** Must reveal nothing: «Brev i sak 2026/1234». */
        public Builder title(String title) {
            metadata.put("title", title);
            return this;
        }

        /** {@code nb}, {@code nn} or {@code en}. */
        public Builder language(String language) {
            metadata.put("language", language);
            return this;
        }

        /** Your own reference; letters are found by it. No personal data. */
        public Builder reference(String reference) {
            references.put("sendersReference", reference);
            return this;
        }

        /** The case's number. */
        public Builder caseNumber(String number) {
            references.put("caseNumber", number);
            return this;
        }

        /** Who at the recipient it is meant for, such as a unit's name. */
        public Builder caseWorker(String who) {
            references.put("caseWorker", who);
            return this;
        }

        /** The letter that this one answers. */
        public Builder replyTo(String letter) {
            metadata.put("replyTo", letter);
            return this;
        }

        /** {@code send}, {@code hold}, {@code ask} or {@code paper}. */
        public Builder whenNotReady(String response) {
            metadata.put("whenNotReady", response);
            return this;
        }

        /** A file, under its own name. */
        public Builder document(Path file) {
            return document(file, requireNonNull(file.getFileName()).toString());
        }

        /** A file, under another name. */
        public Builder document(Path file, String name) {
            documents.add(new Document(file, name, false));
            return this;
        }

        /** A file that is sealed for the case worker who is named. */
        public Builder sealedDocument(Path file, String name) {
            documents.add(new Document(file, name, true));
            return this;
        }

        public Dispatch build() {
            Map<String, Object> all = new LinkedHashMap<>(metadata);
            if (!references.isEmpty()) {
                all.put("references", Map.copyOf(references));
            }
            return new Dispatch(key, all, documents);
        }
    }

    /** Its JSON, where {@code places} say where each document is: a part or an upload. */
    Map<String, Object> json(List<Place> places) {
        Map<String, Object> json = new LinkedHashMap<>(metadata);
        if (!places.isEmpty()) {
            List<Map<String, Object>> listed = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put(places.get(i).kind(), places.get(i).name());
                one.put("name", documents.get(i).name());
                if (documents.get(i).sealed()) {
                    one.put("sealed", true);
                }
                listed.add(one);
            }
            json.put("documents", listed);
        }
        return json;
    }

    /**
     * Where a document is.
     *
     * @param kind {@code part} or {@code upload}
     * @param file what is to be sent as a part
     */
    record Place(String kind, String name, @Nullable Path file) {}
}
