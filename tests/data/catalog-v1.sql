-- A catalog as schema version 1 writes it; never change this file.
BEGIN TRANSACTION;
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
CREATE TABLE roots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path BLOB NOT NULL UNIQUE,
        volume BLOB NOT NULL,
        exclude TEXT NOT NULL DEFAULT '[]');
INSERT INTO "roots" VALUES(1,X'2F686F6D652F6164612F5069637475726573',X'2F','["cache"]');
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
CREATE INDEX photos_content ON photos (content);
CREATE INDEX photos_pending ON photos (mtime_ns, id) WHERE pending AND state = 'present';
CREATE INDEX photos_timeline ON photos (state, taken, id, content) WHERE failure IS NULL;
CREATE TRIGGER vectors_added AFTER INSERT ON vectors BEGIN
        UPDATE spaces SET newest = new.id, count = count + 1 WHERE id = new.space; END;
CREATE TRIGGER vectors_removed AFTER DELETE ON vectors BEGIN
        UPDATE spaces SET count = count - 1, newest = CASE WHEN newest <> old.id THEN newest
            ELSE ifnull((SELECT max(id) FROM vectors WHERE space = old.space), 0) END
        WHERE id = old.space; END;
INSERT INTO "sqlite_sequence" VALUES('roots',1);
INSERT INTO "sqlite_sequence" VALUES('photos',4);
INSERT INTO "sqlite_sequence" VALUES('contents',2);
INSERT INTO "sqlite_sequence" VALUES('vectors',4);
COMMIT;
PRAGMA user_version = 1;
