<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Công văn 1469/BCT-TKNL</title>

</head>
<body>
<div id="divThuocTinh"><h1></h1><table rules="all"><tr><td><b>Số hiệu:</b></td><td>1469/BCT-TKNL</td><td></td><td><b>Loại văn bản:</b></td><td>Công văn</td></tr>
<tr><td><b>Nơi ban hành:</b></td><td>Bộ Công Thương</td><td></td><td><b>Người ký:</b></td><td>***</td></tr><tr><td><b>Ngày ban hành:</b></td><td>16/03/2023</td><td></td><td><b>Ngày hiệu lực:</b></td><td>Đã biết</td></tr><tr><td colspan="3"></td><td><b>Tình trạng:</b></td><td>Đã biết</td></tr></table></div><div class="TaiVanBan"><a class="clsopentLogin">Đăng nhập để xem toàn văn</a></div>
</body>
</html>
