-- A catalog as schema version 7 writes it; never change this file.
BEGIN TRANSACTION;
CREATE TABLE actions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        photos INTEGER NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        reversible INTEGER NOT NULL,
        undo TEXT NOT NULL DEFAULT 'null',
        redo TEXT NOT NULL DEFAULT 'null');
INSERT INTO "actions" VALUES(1,'archive','Archived 1 photo',1,'2026-11-22T09:00:00Z','done',1,'null','null');
CREATE TABLE cluster_links (
        a INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        b INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('must', 'cannot')),
        PRIMARY KEY (a, b),
        CHECK (a < b)) WITHOUT ROWID;
INSERT INTO "cluster_links" VALUES(1,2,'cannot');
CREATE TABLE cluster_members (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        cluster INTEGER REFERENCES clusters (id) ON DELETE SET NULL,
        confidence REAL NOT NULL DEFAULT 0,
        pinned INTEGER NOT NULL DEFAULT 0);
INSERT INTO "cluster_members" VALUES(1,2,0.875,1);
CREATE TABLE cluster_queue (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE);
INSERT INTO "cluster_queue" VALUES(2);
CREATE TABLE cluster_rejections (
        content INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        cluster INTEGER NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
        PRIMARY KEY (content, cluster)) WITHOUT ROWID;
INSERT INTO "cluster_rejections" VALUES(2,2);
CREATE TABLE clusters (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        level TEXT NOT NULL CHECK (level IN ('theme', 'group')),
        theme INTEGER REFERENCES clusters (id) ON DELETE SET NULL,
        suggested TEXT NOT NULL DEFAULT '',
        name TEXT,
        by_person INTEGER NOT NULL DEFAULT 0,
        theme_pinned INTEGER NOT NULL DEFAULT 0);
INSERT INTO "clusters" VALUES(1,'theme',NULL,'sea',NULL,0,0);
INSERT INTO "clusters" VALUES(2,'group',1,'sea, coast','Summer',0,0);
CREATE TABLE companions (
        photo INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
        rel BLOB NOT NULL,
        PRIMARY KEY (photo, rel)) WITHOUT ROWID;
INSERT INTO "companions" VALUES(1,X'323032342F494D475F312E786D70');
CREATE TABLE contents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        hash BLOB NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, format TEXT NOT NULL,
        taken TEXT, camera TEXT, lens TEXT, latitude REAL, longitude REAL, software TEXT, description TEXT);
INSERT INTO "contents" VALUES(1,X'41414141414141414141414141414141',1001,4000,3000,'JPEG','2024-05-06T07:08:09','Canon EOS R6','RF 50mm',48.2,16.37,'GIMP','Ada');
INSERT INTO "contents" VALUES(2,X'42424242424242424242424242424242',1002,640,480,'PNG',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE kinds (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        certainty REAL NOT NULL,
        by_person INTEGER NOT NULL DEFAULT 0);
INSERT INTO "kinds" VALUES(1,'photo',0.97,0);
INSERT INTO "kinds" VALUES(2,'document',1.0,1);
CREATE TABLE looks (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        phash BLOB NOT NULL,
        sharpness REAL NOT NULL);
INSERT INTO "looks" VALUES(1,X'0102030405060708',12.5);
CREATE TABLE made_folders (
        action INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        root INTEGER NOT NULL,
        rel BLOB NOT NULL,
        PRIMARY KEY (action, root, rel)) WITHOUT ROWID;
INSERT INTO "made_folders" VALUES(1,2,X'323032342F3035');
CREATE TABLE marks (
        photo INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
        rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
        flag TEXT CHECK (flag IN ('pick', 'reject')));
INSERT INTO "marks" VALUES(1,4,'pick');
CREATE TABLE photos (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        root INTEGER NOT NULL REFERENCES roots (id) ON DELETE CASCADE,
        rel BLOB NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'present',
        pending INTEGER NOT NULL DEFAULT 1,
        failure TEXT,
        content INTEGER REFERENCES contents (id),
        taken TEXT NOT NULL,
        UNIQUE (root, rel));
INSERT INTO "photos" VALUES(1,1,X'323032342F494D475F312E6A7067',1001,1700000000000000001,'present',0,NULL,1,'2024-05-06T07:08:09');
INSERT INTO "photos" VALUES(2,1,X'323032342F636166E92E6A7067',1002,1700000000000000002,'missing',0,NULL,2,'2023-11-14T22:13:20');
INSERT INTO "photos" VALUES(3,1,X'746F726E2E6A7067',1003,1700000000000000003,'present',0,'The file is empty.',NULL,'2023-11-14T22:13:20');
INSERT INTO "photos" VALUES(4,1,X'6E65772E6A7067',1004,1700000000000000004,'present',1,NULL,NULL,'2023-11-14T22:13:20');
INSERT INTO "photos" VALUES(5,2,X'323032342F30352F494D475F312E6A7067',1001,1700000000000000005,'archived',0,NULL,1,'2024-05-06T07:08:09');
CREATE TABLE roots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        volume BLOB NOT NULL,
        exclude TEXT NOT NULL DEFAULT '[]', kind TEXT NOT NULL DEFAULT 'library', volume_id TEXT NOT NULL DEFAULT '');
INSERT INTO "roots" VALUES(1,X'2F686F6D652F6164612F5069637475726573',X'2F','["cache"]','library','');
INSERT INTO "roots" VALUES(2,X'2F686F6D652F6164612F41726368697665',X'2F','[]','archive','uuid-1');
CREATE TABLE searches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        position INTEGER NOT NULL);
INSERT INTO "searches" VALUES(1,'Best of May','{"text": "sea", "where": {"date_from": "2024-05", "rating": 4}}',1);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "settings" VALUES('profile','embedded');
CREATE TABLE spaces (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        dim INTEGER NOT NULL,
        newest INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL DEFAULT 0);
INSERT INTO "spaces" VALUES(1,'lite0@1/visual',2,3,2);
INSERT INTO "spaces" VALUES(2,'lite0@1/concepts',2,4,2);
CREATE TABLE steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        action INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
        photo INTEGER NOT NULL,
        part INTEGER NOT NULL,
        source_root INTEGER NOT NULL, source BLOB NOT NULL,
        target_root INTEGER NOT NULL, target BLOB NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL,
        size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, hash BLOB,
        place TEXT NOT NULL DEFAULT 'source');
INSERT INTO "steps" VALUES(1,1,5,0,1,X'323032342F494D475F312E6A7067',2,X'323032342F30352F494D475F312E6A7067','present','archived',1001,1700000000000000005,X'41414141414141414141414141414141','target');
CREATE TABLE towns (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        town TEXT NOT NULL,
        region TEXT NOT NULL,
        country TEXT NOT NULL);
INSERT INTO "towns" VALUES(1,'Vienna','Vienna','Austria');
CREATE TABLE turns (
        content INTEGER PRIMARY KEY REFERENCES contents (id) ON DELETE CASCADE,
        quarters INTEGER NOT NULL CHECK (quarters BETWEEN 1 AND 3));
INSERT INTO "turns" VALUES(2,3);
CREATE TABLE vectors (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        space INTEGER NOT NULL REFERENCES spaces (id),
        content INTEGER NOT NULL REFERENCES contents (id) ON DELETE CASCADE,
        data BLOB NOT NULL,
        UNIQUE (space, content));
INSERT INTO "vectors" VALUES(1,1,1,X'003C0000');
INSERT INTO "vectors" VALUES(2,2,1,X'0000003C');
INSERT INTO "vectors" VALUES(3,1,2,X'003C0000');
INSERT INTO "vectors" VALUES(4,2,2,X'0000003C');
CREATE INDEX contents_size ON contents (size);
CREATE TRIGGER vectors_added AFTER INSERT ON vectors BEGIN
        UPDATE spaces SET newest = new.id, count = count + 1 WHERE id = new.space; END;
CREATE TRIGGER vectors_removed AFTER DELETE ON vectors BEGIN
        UPDATE spaces SET count = count - 1, newest = CASE WHEN newest <> old.id THEN newest
            ELSE ifnull((SELECT max(id) FROM vectors WHERE space = old.space), 0) END
        WHERE id = old.space; END;
CREATE INDEX photos_pending ON photos (mtime_ns, id) WHERE pending;
CREATE INDEX actions_open ON actions (id) WHERE state IN ('doing', 'undoing', 'redoing');
CREATE INDEX steps_action ON steps (action, photo, part);
CREATE INDEX steps_photo ON steps (photo, id);
CREATE INDEX clusters_theme ON clusters (theme);
CREATE INDEX cluster_members_cluster ON cluster_members (cluster, content);
CREATE INDEX cluster_rejections_cluster ON cluster_rejections (cluster);
CREATE INDEX cluster_links_b ON cluster_links (b);
CREATE TRIGGER clusters_follow_edits AFTER UPDATE OF content ON photos
        WHEN old.content IS NOT NULL AND new.content IS NOT NULL AND old.content <> new.content BEGIN
            INSERT OR IGNORE INTO cluster_members SELECT new.content, cluster, confidence, pinned
                FROM cluster_members WHERE content = old.content AND pinned;
            INSERT OR IGNORE INTO cluster_rejections SELECT new.content, cluster
                FROM cluster_rejections WHERE content = old.content;
            INSERT OR IGNORE INTO cluster_links SELECT min(other, new.content), max(other, new.content), kind
                FROM (SELECT CASE a WHEN old.content THEN b ELSE a END AS other, kind FROM cluster_links
                      WHERE a = old.content OR b = old.content)
                WHERE other <> new.content;
        END;
CREATE TRIGGER clusters_expect AFTER INSERT ON vectors
        WHEN NOT EXISTS (SELECT 1 FROM cluster_members WHERE content = new.content) BEGIN
            INSERT OR IGNORE INTO cluster_queue VALUES (new.content);
        END;
CREATE TRIGGER clusters_looked AFTER INSERT ON cluster_members BEGIN
        DELETE FROM cluster_queue WHERE content = new.content; END;
CREATE TRIGGER clusters_forgot AFTER DELETE ON cluster_members
        WHEN EXISTS (SELECT 1 FROM contents WHERE id = old.content) BEGIN
            INSERT OR IGNORE INTO cluster_queue VALUES (old.content);
        END;
CREATE INDEX marks_rating ON marks (rating);
CREATE INDEX marks_flag ON marks (flag) WHERE flag IS NOT NULL;
CREATE INDEX kinds_kind ON kinds (kind, content);
CREATE TRIGGER kinds_follow_edits AFTER UPDATE OF content ON photos
        WHEN old.content IS NOT NULL AND new.content IS NOT NULL AND old.content <> new.content BEGIN
            INSERT INTO kinds SELECT new.content, kind, certainty, 1 FROM kinds
                WHERE content = old.content AND by_person
                ON CONFLICT (content) DO UPDATE SET kind = excluded.kind, certainty = excluded.certainty, by_person = 1
                WHERE NOT by_person;
        END;
CREATE INDEX photos_timeline ON photos (state, taken, id, content, failure, root) WHERE failure IS NULL;
CREATE INDEX photos_content ON photos (content, state, failure);
CREATE INDEX photos_folder ON photos (state, root, rtrim(rel, replace(rel, '/', ''))) WHERE failure IS NULL;
CREATE INDEX contents_camera ON contents (camera) WHERE camera IS NOT NULL;
CREATE INDEX contents_placed ON contents (latitude) WHERE latitude IS NOT NULL;
CREATE INDEX towns_town ON towns (town);
CREATE INDEX towns_region ON towns (region);
CREATE INDEX towns_country ON towns (country, town);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('roots',1);
INSERT INTO "sqlite_sequence" VALUES('photos',4);
INSERT INTO "sqlite_sequence" VALUES('contents',2);
INSERT INTO "sqlite_sequence" VALUES('vectors',4);
INSERT INTO "sqlite_sequence" VALUES('actions',1);
INSERT INTO "sqlite_sequence" VALUES('steps',1);
INSERT INTO "sqlite_sequence" VALUES('clusters',2);
INSERT INTO "sqlite_sequence" VALUES('searches',1);
COMMIT;
PRAGMA user_version = 7;
